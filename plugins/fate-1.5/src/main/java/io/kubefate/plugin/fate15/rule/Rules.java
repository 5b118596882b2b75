package io.kubefate.plugin.fate15.rule;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.function.Function;

/** The rules of chart {@code fate} v1.5.0 that do not depend on the engine. */
public final class Rules {

    private static final List<Function<ClusterSpec, List<Problem>>> ALL = List.of(
            ModuleRules::check,
            DatabaseRules::check,
            NodeManagerRules::check,
            NodePortRules::check,
            RouteRules::check,
            StorageRules::check,
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
