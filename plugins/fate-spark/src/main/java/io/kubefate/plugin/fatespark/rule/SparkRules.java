package io.kubefate.plugin.fatespark.rule;

import io.kubefate.plugin.fate15.module.Engine;
import io.kubefate.plugin.fate15.rule.UnusedModules;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.function.Function;

/** The rules of FATE on Spark. */
public final class SparkRules {

    private static final List<String> EGGROLL_MODULES = List.of("rollsite", "clustermanager", "nodemanager");

    private static final List<Function<ClusterSpec, List<Problem>>> ALL = List.of(
            spec -> UnusedModules.check(spec, Engine.EGGROLL, EGGROLL_MODULES),
            ServiceRules::check,
            SizeRules::check,
            RouteRules::check,
            AccountRules::check);

    private SparkRules() {}

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
