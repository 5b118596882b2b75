package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The routes of nginx to the own party and to unknown parties. */
public final class NginxRouteRules {

    private NginxRouteRules() {}

    /**
     * Checks a cluster.yaml.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return all problems
     */
    public static List<Problem> check(ClusterSpec spec) {
        return Stream.of(incompleteExchange(spec), OwnParty.listed(spec, "nginx"), bothDefaults(spec))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Problem> incompleteExchange(ClusterSpec spec) {
        boolean ip = spec.text("nginx", "exchange", "ip").isPresent();
        boolean port = spec.text("nginx", "exchange", "httpPort").isPresent()
                || spec.text("nginx", "exchange", "grpcPort").isPresent();
        return port && !ip
                ? Optional.of(
                        Problem.error("nginx.exchange.ip", "is missing; set the address of the exchange: 192.168.0.1"))
                : Optional.empty();
    }

    private static Optional<Problem> bothDefaults(ClusterSpec spec) {
        boolean both = spec.text("nginx", "exchange", "ip").isPresent()
                && RouteTable.parties(spec, "nginx").contains(RouteTable.DEFAULT);
        return both
                ? Optional.of(Problem.error(
                        "nginx.route_table.default", "is the route of nginx.exchange as well; remove one of them"))
                : Optional.empty();
    }
}
