package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The route tables of nginx and of the broker. On Spark, a job needs a route in both: FATE-Flow's and that of the data. */
final class RouteTableRules {

    private RouteTableRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        List.of("nginx", "pulsar", "rabbitmq").forEach(module -> ownParty(problems, spec, module));
        bothDefaults(spec).ifPresent(problems::add);
        if (spec.hasModule("nginx")) {
            incomplete(problems, spec);
            Engines engines = Engines.of(spec);
            List.of(UsedService.PULSAR, UsedService.RABBITMQ).stream()
                    .filter(broker -> engines.use(broker.module()) && engines.use("nginx"))
                    .forEach(broker -> oneSided(problems, spec, broker.module()));
        }
        return problems;
    }

    private static void ownParty(List<Problem> problems, ClusterSpec spec, String module) {
        WholeNumber.find(spec, "partyId")
                .map(String::valueOf)
                .filter(RouteTable.parties(spec, module)::contains)
                .filter(own -> !isDefault(spec, module, own))
                .ifPresent(own -> problems.add(Problem.warning(
                        module + ".route_table." + own,
                        "is this cluster's own party and replaces the route that is created automatically;"
                                + " remove it unless this is intended")));
    }

    /** The samples of the original KubeFATE list the own party with the address that it has anyway. */
    private static boolean isDefault(ClusterSpec spec, String module, String own) {
        return spec.text(module, "route_table", own, "host").equals(Optional.of(module));
    }

    private static Optional<Problem> bothDefaults(ClusterSpec spec) {
        boolean both = spec.text("nginx", "exchange", "ip").isPresent()
                && RouteTable.parties(spec, "nginx").contains(RouteTable.DEFAULT);
        return both
                ? Optional.of(Problem.error(
                        "nginx.route_table.default", "is the route of nginx.exchange as well; remove one of them"))
                : Optional.empty();
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
