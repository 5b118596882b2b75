package io.kubefate.plugin.fateexchange.rule;

import io.kubefate.plugin.fateexchange.model.SniRoute;
import io.kubefate.plugin.shared.PodAddresses;
import io.kubefate.plugin.shared.RouteTable;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The routes of the traffic server. A job on Spark needs a route of its data, and one of nginx for its FATE-Flow. */
final class SniRules {

    private static final String TABLE = "trafficServer.route_table.sni";
    private static final PodAddresses HOST = new PodAddresses(List.of("host"));

    private final ClusterSpec spec;
    private final List<SniRoute> routes;
    private final List<Problem> problems = new ArrayList<>();

    private SniRules(ClusterSpec spec) {
        this.spec = spec;
        this.routes = SniRoute.of(spec);
    }

    static List<Problem> check(ClusterSpec spec) {
        SniRules rules = new SniRules(spec);
        rules.eachRoute();
        rules.oneSided();
        return rules.problems;
    }

    private void eachRoute() {
        Map<String, Integer> first = new HashMap<>();
        for (int index = 0; index < routes.size(); index++) {
            SniRoute route = routes.get(index);
            String path = TABLE + "[" + index + "].";
            Integer other = first.putIfAbsent(route.fqdn().toLowerCase(Locale.ROOT), index);
            if (other != null) {
                problems.add(Problem.error(
                        path + "fqdn",
                        route.fqdn() + " is also listed at " + TABLE + "[" + other
                                + "]; keep one route to each party"));
            }
            if (!isParty(route.party())) {
                problems.add(Problem.warning(
                        path + "fqdn",
                        "does not start with a party ID, and Pulsar connects to <party ID>.<domain>: 10000.fate.org"));
            }
            HOST.loopback(new ClusterSpec(Map.of("host", route.host()))).stream()
                    .map(problem -> Problem.warning(path + "tunnelRoute", problem.message()))
                    .forEach(problems::add);
        }
    }

    private static boolean isParty(String text) {
        return text.matches("0|[1-9][0-9]*");
    }

    private void oneSided() {
        if (!spec.hasModule("trafficServer") || !spec.hasModule("nginx")) {
            return;
        }
        Set<String> data =
                routes.stream().map(SniRoute::party).filter(SniRules::isParty).collect(Collectors.toSet());
        Set<String> flow = RouteTable.otherParties(spec, "nginx");
        boolean elsewhere = RouteTable.parties(spec, "nginx").contains(RouteTable.DEFAULT)
                || spec.text("nginx", "exchange", "ip").isPresent();
        if (!elsewhere) {
            missing(data, flow, TABLE, "nginx.route_table");
        }
        missing(flow, data, "nginx.route_table", TABLE);
    }

    private void missing(Set<String> listed, Set<String> others, String table, String other) {
        listed.stream()
                .filter(party -> !others.contains(party))
                .sorted()
                .map(party -> Problem.warning(
                        other, "has no route to party " + party + " of " + table + ", and jobs on Spark need both"))
                .forEach(problems::add);
    }
}
