package io.kubefate.plugin.fate20.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.function.Function;

/** The rules of FATE 2. */
public final class Rules {

    private static final List<Function<ClusterSpec, List<Problem>>> ALL = List.of(
            ModuleRules::check,
            EngineRules::check,
            ServiceRules::check,
            DatabaseRules::check,
            SparkDriverRules::check,
            NodePortRules::check,
            RouteRules::check,
            RouteTableRules::check,
            StorageRules::check,
            SizeRules::check,
            AccountRules::check,
            PageRules::check,
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
