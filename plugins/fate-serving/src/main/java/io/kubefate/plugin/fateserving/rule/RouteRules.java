package io.kubefate.plugin.fateserving.rule;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.PartyRoutes;
import io.kubefate.plugin.shared.PodAddresses;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways to other parties. */
final class RouteRules {

    private static final BigInteger PORT = BigInteger.valueOf(8869);

    private static final PartyRoutes ROUTES = new PartyRoutes("servingProxy", 30100);

    private static final PodAddresses ADDRESSES = new PodAddresses(List.of(
            "servingProxy.exchange.ip",
            "servingProxy.partyList[].partyIp",
            "servingServer.fateflow.ip",
            "externalRedisIp"));

    private RouteRules() {}

    static List<Problem> check(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>(ADDRESSES.loopback(spec));
        if (!spec.hasModule("servingProxy")) {
            return problems;
        }
        problems.addAll(ROUTES.repeated(spec));
        problems.addAll(wrongPorts(spec));
        ROUTES.incompleteExchange(spec).ifPresent(problems::add);
        port(spec, "servingProxy.exchange.port").ifPresent(problems::add);
        routes(spec).ifPresent(problems::add);
        return problems;
    }

    private static List<Problem> wrongPorts(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        List<ClusterSpec> entries = MapList.of(spec, "servingProxy", "partyList");
        for (int index = 0; index < entries.size(); index++) {
            String path = "servingProxy.partyList[" + index + "].partyPort";
            WholeNumber.find(entries.get(index), "partyPort")
                    .flatMap(port -> wrongPort(path, port))
                    .ifPresent(problems::add);
        }
        return problems;
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
        return ModuleRules.isExchange(spec) && !ROUTES.any(spec)
                ? Optional.of(Problem.warning(
                        "servingProxy", "is an exchange that knows no party; list them in servingProxy.partyList"))
                : Optional.empty();
    }
}
