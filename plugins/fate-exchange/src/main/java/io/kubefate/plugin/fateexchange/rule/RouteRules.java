package io.kubefate.plugin.fateexchange.rule;

import io.kubefate.plugin.fateexchange.model.SniRoute;
import io.kubefate.plugin.shared.PartyRoutes;
import io.kubefate.plugin.shared.PodAddresses;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;

/** The routes to the parties. An exchange serves nobody without them. */
final class RouteRules {

    private static final PartyRoutes ROLLSITE = new PartyRoutes("rollsite", 30000);
    private static final PodAddresses ADDRESSES = new PodAddresses(List.of(
            "rollsite.exchange.ip",
            "rollsite.partyList[].partyIp",
            "nginx.exchange.ip",
            "nginx.route_table.*.*[].host"));

    private RouteRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>(ROLLSITE.repeated(spec));
        ROLLSITE.incompleteExchange(spec).ifPresent(problems::add);
        withoutParties(problems, spec, "rollsite", ROLLSITE.any(spec), "rollsite.partyList");
        withoutParties(problems, spec, "trafficServer", !SniRoute.of(spec).isEmpty(), "trafficServer.route_table.sni");
        boolean nginx = !RouteTable.parties(spec, "nginx").isEmpty()
                || spec.text("nginx", "exchange", "ip").isPresent();
        withoutParties(problems, spec, "nginx", nginx, "nginx.route_table");
        withoutProxy(problems, spec);
        problems.addAll(ADDRESSES.loopback(spec));
        return problems;
    }

    private static void withoutParties(
            List<Problem> problems, ClusterSpec spec, String module, boolean any, String path) {
        if (spec.hasModule(module) && !any) {
            problems.add(Problem.warning(path, "lists no party, so " + module + " connects nobody"));
        }
    }

    private static void withoutProxy(List<Problem> problems, ClusterSpec spec) {
        if (!spec.hasModule("nginx")) {
            return;
        }
        RouteTable.parties(spec, "nginx").stream()
                .filter(party ->
                        spec.list("nginx", "route_table", party, "proxy").isEmpty())
                .map(party -> Problem.warning(
                        "nginx.route_table." + party + ".proxy",
                        "is missing; set host, http_port and grpc_port of the nginx of this party"))
                .forEach(problems::add);
    }
}
