package io.kubefate.plugin.fateexchange.rule;

import io.kubefate.plugin.shared.NodePortRules;
import io.kubefate.plugin.shared.fate.rule.NginxRouteRules;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.function.Function;

/** All rules of the exchange. */
public final class Rules {

    private static final NodePortRules NODE_PORTS = new NodePortRules(List.of(
            new NodePortRules.Key("rollsite", "nodePort"),
            new NodePortRules.Key("trafficServer", "nodePort"),
            new NodePortRules.Key("nginx", "httpNodePort"),
            new NodePortRules.Key("nginx", "grpcNodePort")));

    private static final List<Function<ClusterSpec, List<Problem>>> ALL = List.of(
            ModuleRules::check,
            RouteRules::check,
            NginxRouteRules::check,
            SniRules::check,
            NODE_PORTS::check,
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
