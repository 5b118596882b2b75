package io.kubefate.plugin.fate15.rule;

import io.kubefate.plugin.shared.PartyRoutes;
import io.kubefate.plugin.shared.PodAddresses;
import io.kubefate.plugin.shared.ServingAddress;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

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
        ServingAddress.incomplete(spec).ifPresent(problems::add);
        ROUTES.exchangeWithoutParties(spec).ifPresent(problems::add);
        problems.addAll(ADDRESSES.loopback(spec));
        return problems;
    }
}
