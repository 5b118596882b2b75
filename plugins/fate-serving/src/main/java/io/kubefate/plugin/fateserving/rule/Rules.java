package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.shared.NodePortRules;
import io.kubefate.plugin.shared.serving.FateFlowRules;
import io.kubefate.plugin.shared.serving.RedisRules;
import io.kubefate.plugin.shared.serving.RouteRules;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.function.Function;

/** All rules of FATE-Serving 2.0.0. */
public final class Rules {

    private static final RouteRules ROUTES = new RouteRules("node port 30110, and party 9999 at 192.168.9.1:30109");

    private static final NodePortRules NODE_PORTS = new NodePortRules(List.of(
            new NodePortRules.Key("servingProxy", "nodePort"), new NodePortRules.Key("servingServer", "nodePort")));

    private static final List<Function<ClusterSpec, List<Problem>>> ALL = List.of(
            ModuleRules::check,
            spec -> RedisRules.check(spec, spec.hasModule("servingServer")),
            FateFlowRules::check,
            ROUTES::check,
            NODE_PORTS::check,
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
