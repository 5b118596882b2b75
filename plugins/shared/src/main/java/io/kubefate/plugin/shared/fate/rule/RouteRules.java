package io.kubefate.plugin.shared.fate.rule;

import io.kubefate.plugin.shared.Entries;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways of EggRoll's gateway to other parties, and to FATE-Serving. */
final class RouteRules {

    private RouteRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>(parties(spec));
        exchange(spec).ifPresent(problems::add);
        serving(spec).ifPresent(problems::add);
        routes(spec).ifPresent(problems::add);
        return problems;
    }

    private static List<Problem> parties(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        Map<BigInteger, String> paths = new HashMap<>();
        WholeNumber.find(spec, "partyId").ifPresent(own -> paths.put(own, "partyId"));
        List<ClusterSpec> entries = Entries.of(spec, "rollsite", "partyList");
        for (int index = 0; index < entries.size(); index++) {
            String path = "rollsite.partyList[" + index + "].partyId";
            Optional<BigInteger> party = WholeNumber.find(entries.get(index), "partyId");
            party.map(id -> paths.putIfAbsent(id, path))
                    .ifPresent(first -> problems.add(Problem.error(path, repeated(party.get(), first))));
        }
        return problems;
    }

    private static String repeated(BigInteger party, String first) {
        return first.equals("partyId")
                ? party + " is this cluster's own party, whose route is made without being listed; remove the entry"
                : party + " is listed at " + first + " too; keep one route to each party";
    }

    private static Optional<Problem> exchange(ClusterSpec spec) {
        boolean ip = spec.text("rollsite", "exchange", "ip").isPresent();
        if (ip == spec.text("rollsite", "exchange", "port").isPresent()) {
            return Optional.empty();
        }
        String missing = "rollsite.exchange." + (ip ? "port" : "ip");
        return Optional.of(Problem.error(
                missing, "is missing; an exchange has both, for example ip: 192.168.0.1 and port: 30000"));
    }

    private static Optional<Problem> serving(ClusterSpec spec) {
        boolean ip = spec.text("servingIp").isPresent();
        if (ip == spec.text("servingPort").isPresent()) {
            return Optional.empty();
        }
        String missing = ip ? "servingPort" : "servingIp";
        return Optional.of(
                Problem.warning(missing, "is missing; FATE-Serving is reached at servingIp:servingPort, give both"));
    }

    private static Optional<Problem> routes(ClusterSpec spec) {
        boolean alone = spec.modules().equals(List.of("rollsite"));
        boolean routes = spec.text("rollsite", "exchange", "ip").isPresent()
                || !spec.list("rollsite", "partyList").isEmpty();
        return alone && !routes
                ? Optional.of(Problem.warning(
                        "rollsite", "is an exchange that knows no party; list them in rollsite.partyList"))
                : Optional.empty();
    }
}
