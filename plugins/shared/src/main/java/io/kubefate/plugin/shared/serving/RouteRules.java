package io.kubefate.plugin.shared.serving;

import static java.util.Objects.requireNonNull;

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

/**
 * The ways to other parties.
 *
 * @param sample the settings that apply if the map {@code servingProxy} is absent, for a message
 */
public record RouteRules(String sample) {

    private static final BigInteger PORT = BigInteger.valueOf(8869);

    private static final PartyRoutes ROUTES = new PartyRoutes("servingProxy", 30100);

    private static final PodAddresses ADDRESSES = new PodAddresses(List.of(
            "servingProxy.exchange.ip",
            "servingProxy.partyList[].partyIp",
            "servingServer.fateflow.ip",
            "externalRedisIp"));

    public RouteRules {
        requireNonNull(sample, "sample is null");
    }

    /**
     * Checks addresses and routes.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return problems with the routes of serving-proxy, and addresses that are the pod itself
     */
    public List<Problem> check(ClusterSpec spec) {
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

    private Optional<Problem> routes(ClusterSpec spec) {
        if (spec.map("servingProxy").isEmpty()) {
            return Optional.of(Problem.warning(
                    "servingProxy",
                    "is missing, so the release's sample holds: " + sample
                            + "; write the map with your own nodePort and partyList"));
        }
        return !spec.hasModule("servingServer") && !ROUTES.any(spec)
                ? Optional.of(Problem.warning(
                        "servingProxy", "is an exchange that knows no party; list them in servingProxy.partyList"))
                : Optional.empty();
    }
}
