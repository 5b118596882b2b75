package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The route tables of nginx and of the broker. On Spark, a job needs a route in both: FATE-Flow's and that of the data. */
final class RouteTableRules {

    private RouteTableRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(NginxRouteRules.check(spec));
        List.of("pulsar", "rabbitmq")
                .forEach(module -> OwnParty.listed(spec, module).ifPresent(problems::add));
        if (spec.hasModule("nginx")) {
            incomplete(problems, spec);
            Engines engines = Engines.of(spec);
            List.of(UsedService.PULSAR, UsedService.RABBITMQ).stream()
                    .filter(broker -> engines.use(broker.module()) && engines.use("nginx"))
                    .forEach(broker -> oneSided(problems, spec, broker.module()));
        }
        return problems;
    }

    private static void incomplete(List<Problem> problems, ClusterSpec spec) {
        for (String party : RouteTable.parties(spec, "nginx")) {
            for (String service : party.equals(RouteTable.DEFAULT) ? List.of("proxy") : List.of("proxy", "fateflow")) {
                if (spec.list("nginx", "route_table", party, service).isEmpty()) {
                    problems.add(Problem.warning(
                            "nginx.route_table." + party + "." + service,
                            "is missing; set host, http_port and grpc_port of the "
                                    + (service.equals("proxy") ? "nginx" : "FATE-Flow") + " of this party"));
                }
            }
        }
    }

    private static void oneSided(List<Problem> problems, ClusterSpec spec, String broker) {
        Set<String> nginx = RouteTable.otherParties(spec, "nginx");
        Set<String> data = RouteTable.otherParties(spec, broker);
        boolean flowExchange = spec.text("nginx", "exchange", "ip").isPresent()
                || RouteTable.parties(spec, "nginx").contains(RouteTable.DEFAULT);
        if (!flowExchange) {
            missing(problems, data, nginx, broker, "nginx");
        }
        if (spec.text(broker, "exchange", "ip").isEmpty()) {
            missing(problems, nginx, data, "nginx", broker);
        }
    }

    private static void missing(
            List<Problem> problems, Set<String> listed, Set<String> others, String module, String other) {
        listed.stream()
                .filter(party -> !others.contains(party))
                .map(party -> Problem.warning(
                        module + ".route_table." + party,
                        "is missing in " + other + ".route_table, and jobs need both routes to a party; add " + party
                                + " there"))
                .forEach(problems::add);
    }
}
