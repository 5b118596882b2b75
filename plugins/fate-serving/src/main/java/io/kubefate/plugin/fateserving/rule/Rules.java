package io.kubefate.plugin.fateserving.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.function.Function;

/** All rules of FATE-Serving 2.0.0. */
public final class Rules {

    private static final List<Function<ClusterSpec, List<Problem>>> ALL = List.of(
            ModuleRules::check,
            RedisRules::check,
            FateFlowRules::check,
            RouteRules::check,
            NodePortRules::check,
            StorageRules::check,
            EffectRules::check);

    private Rules() {}

    /**
     * Checks a cluster.yaml.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return all problems, in the order of the rules
     */
    public static List<Problem> check(ClusterSpec spec) {
        return ALL.stream().flatMap(rule -> rule.apply(spec).stream()).toList();
    }
}
