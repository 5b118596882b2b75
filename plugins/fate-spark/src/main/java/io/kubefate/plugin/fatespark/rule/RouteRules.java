package io.kubefate.plugin.fatespark.rule;

import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Routes to other parties. A job needs two: FATE-Flow's through nginx, and that of the data through RabbitMQ. */
final class RouteRules {

    private static final String NGINX = "nginx.route_table";
    private static final String RABBITMQ = "rabbitmq.route_table";

    private RouteRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        if (spec.hasModule("nginx")) {
            incomplete(problems, spec);
            ownParty(problems, spec, "nginx", NGINX);
        }
        ownParty(problems, spec, "rabbitmq", RABBITMQ);
        if (spec.hasModule("nginx")
                && spec.text("python", "rabbitmq", "route_table").isEmpty()) {
            oneSided(problems, spec);
        }
        return problems;
    }

    private static void incomplete(List<Problem> problems, ClusterSpec spec) {
        for (String party : RouteTable.parties(spec, "nginx")) {
            for (String service : party.equals(RouteTable.DEFAULT) ? List.of("proxy") : List.of("proxy", "fateflow")) {
                if (spec.list("nginx", "route_table", party, service).isEmpty()) {
                    problems.add(Problem.warning(
                            NGINX + "." + party + "." + service,
                            "is missing; set host and port of "
                                    + (service.equals("proxy") ? "the nginx" : "the gRPC port of the FATE-Flow")
                                    + " of this party"));
                }
            }
        }
    }

    private static void ownParty(List<Problem> problems, ClusterSpec spec, String module, String table) {
        WholeNumber.find(spec, "partyId")
                .map(String::valueOf)
                .filter(RouteTable.parties(spec, module)::contains)
                .ifPresent(own -> problems.add(Problem.warning(
                        table + "." + own,
                        "is this cluster's own party and replaces the route that is created automatically;"
                                + " remove it unless this is intended")));
    }

    private static void oneSided(List<Problem> problems, ClusterSpec spec) {
        Set<String> nginx = RouteTable.otherParties(spec, "nginx");
        Set<String> rabbitmq = RouteTable.otherParties(spec, "rabbitmq");
        boolean exchange = RouteTable.parties(spec, "nginx").contains(RouteTable.DEFAULT);
        if (!exchange) {
            missing(problems, rabbitmq, nginx, RABBITMQ, NGINX);
        }
        missing(problems, nginx, rabbitmq, NGINX, RABBITMQ);
    }

    private static void missing(
            List<Problem> problems, Set<String> listed, Set<String> others, String table, String other) {
        listed.stream()
                .filter(party -> !others.contains(party))
                .map(party -> Problem.warning(
                        table + "." + party,
                        "is missing in " + other + ", and jobs need both routes to a party; add " + party + " there"))
                .forEach(problems::add);
    }
}
