package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.fate.module.Generation;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.function.BiFunction;

/** The rules of all releases. */
public final class Rules {

    private static final List<BiFunction<ClusterSpec, Generation, List<Problem>>> ALL = List.of(
            ModuleRules::check,
            (spec, generation) -> EngineRules.check(spec),
            (spec, generation) -> ServiceRules.check(spec),
            (spec, generation) -> DatabaseRules.check(spec),
            (spec, generation) -> SparkDriverRules.check(spec),
            NodePortRules::check,
            RouteRules::check,
            (spec, generation) -> RouteTableRules.check(spec),
            (spec, generation) -> StorageRules.check(spec),
            SizeRules::check,
            (spec, generation) -> AccountRules.check(spec),
            (spec, generation) -> PageRules.check(spec),
            EffectRules::check);

    private Rules() {}

    /**
     * Checks a cluster.yaml.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param generation what differs between FATE 1 and FATE 2
     * @return all problems, in the order of the rules
     */
    public static List<Problem> check(ClusterSpec spec, Generation generation) {
        return ALL.stream()
                .flatMap(rule -> rule.apply(spec, generation).stream())
                .toList();
    }
}
