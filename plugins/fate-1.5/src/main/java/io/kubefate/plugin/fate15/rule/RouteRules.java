package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.PartyRoutes;
import io.kubefate.plugin.shared.PodAddresses;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Routes to other parties, and the addresses of services outside of the cluster. */
final class RouteRules {

    private static final PartyRoutes ROUTES = new PartyRoutes("rollsite", 30000);

    private static final PodAddresses ADDRESSES = new PodAddresses(List.of(
            "rollsite.exchange.ip",
            "rollsite.partyList[].partyIp",
            "nginx.route_table.*.*[].host",
            "rabbitmq.route_table.*.host",
            "python.rabbitmq.host",
            "python.nginx.host",
            "mysql.ip",
            "servingIp"));

    private RouteRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>(ROUTES.repeated(spec));
        ROUTES.incompleteExchange(spec).ifPresent(problems::add);
        serving(spec).ifPresent(problems::add);
        routes(spec).ifPresent(problems::add);
        problems.addAll(ADDRESSES.loopback(spec));
        return problems;
    }

    private static Optional<Problem> serving(ClusterSpec spec) {
        boolean ip = spec.text("servingIp").isPresent();
        if (ip == spec.text("servingPort").isPresent()) {
            return Optional.empty();
        }
        String missing = ip ? "servingPort" : "servingIp";
        return Optional.of(Problem.warning(missing, "is missing; set both servingIp and servingPort"));
    }

    private static Optional<Problem> routes(ClusterSpec spec) {
        boolean alone = spec.modules().equals(List.of("rollsite"));
        return alone && !ROUTES.any(spec)
                ? Optional.of(
                        Problem.warning("rollsite", "is an exchange without parties; list them in rollsite.partyList"))
                : Optional.empty();
    }
}
