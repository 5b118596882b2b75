package io.kubefate.plugin.fateserving.rule;

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

/** The ways to other parties. */
final class RouteRules {

    private static final BigInteger PORT = BigInteger.valueOf(8869);

    private RouteRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("servingProxy")) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(parties(spec));
        exchange(spec).ifPresent(problems::add);
        port(spec, "servingProxy.exchange.port").ifPresent(problems::add);
        routes(spec).ifPresent(problems::add);
        return problems;
    }

    private static List<Problem> parties(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        Map<BigInteger, String> paths = new HashMap<>();
        WholeNumber.find(spec, "partyId").ifPresent(own -> paths.put(own, "partyId"));
        List<ClusterSpec> entries = Entries.of(spec, "servingProxy", "partyList");
        for (int index = 0; index < entries.size(); index++) {
            String entry = "servingProxy.partyList[" + index + "]";
            String path = entry + ".partyId";
            Optional<BigInteger> party = WholeNumber.find(entries.get(index), "partyId");
            party.map(id -> paths.putIfAbsent(id, path))
                    .ifPresent(first -> problems.add(Problem.error(path, repeated(party.get(), first))));
            WholeNumber.find(entries.get(index), "partyPort")
                    .flatMap(port -> wrongPort(entry + ".partyPort", port))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private static String repeated(BigInteger party, String first) {
        return first.equals("partyId")
                ? party + " is this cluster's own party, whose route is made without being listed; remove the entry"
                : party + " is listed at " + first + " too; keep one route to each party";
    }

    private static Optional<Problem> exchange(ClusterSpec spec) {
        boolean ip = spec.text("servingProxy", "exchange", "ip").isPresent();
        if (ip == spec.text("servingProxy", "exchange", "port").isPresent()) {
            return Optional.empty();
        }
        String missing = "servingProxy.exchange." + (ip ? "port" : "ip");
        return Optional.of(Problem.error(
                missing, "is missing; an exchange has both, for example ip: 192.168.0.1 and port: 30100"));
    }

    private static Optional<Problem> port(ClusterSpec spec, String path) {
        return WholeNumber.find(spec, path.split("\\.")).flatMap(port -> wrongPort(path, port));
    }

    private static Optional<Problem> wrongPort(String path, BigInteger port) {
        return Ports.otherThan(PORT, port)
                .map(owner -> Problem.warning(
                        path,
                        port + " is " + owner + "; parties reach each other at serving-proxy's 8869: write that, or"
                                + " its node port (servingProxy.nodePort of the other cluster)"));
    }

    private static Optional<Problem> routes(ClusterSpec spec) {
        if (spec.map("servingProxy").isEmpty()) {
            return Optional.of(Problem.warning(
                    "servingProxy",
                    "is missing, so the release's sample holds: node port 30110, and party 9999 at 192.168.9.1:30109;"
                            + " write the map with your own nodePort and partyList"));
        }
        boolean routes = spec.text("servingProxy", "exchange", "ip").isPresent()
                || !spec.list("servingProxy", "partyList").isEmpty();
        return ModuleRules.isExchange(spec) && !routes
                ? Optional.of(Problem.warning(
                        "servingProxy", "is an exchange that knows no party; list them in servingProxy.partyList"))
                : Optional.empty();
    }
}
