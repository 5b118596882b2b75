package io.kubefate.plugin.fate111.rule;

import io.kubefate.plugin.fate111.model.Polling;
import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Polling: one side asks the other for data, because it cannot be reached from outside. */
final class PollingRules {

    private static final String PATH = "rollsite.polling.";

    private PollingRules() {}

    static List<Problem> check(ClusterSpec spec) {
        if (!spec.hasModule("rollsite")) {
            return List.of();
        }
        if (!Flag.isSet(spec, "rollsite", "polling", "enabled")) {
            return off(spec);
        }
        return switch (Polling.of(spec)) {
            case CLIENT -> client(spec);
            case SERVER -> server(spec);
            case OFF ->
                List.of(
                        Problem.error(
                                PATH + "type",
                                "is missing; set client if this party cannot be reached from outside, server if others poll it"));
        };
    }

    private static List<Problem> off(ClusterSpec spec) {
        return spec.text("rollsite", "polling", "type").isPresent()
                ? List.of(Problem.warning(
                        PATH + "type", "has no effect because " + PATH + "enabled is false; set it to true"))
                : List.of();
    }

    /** The exchange can be the server. */
    private static List<Problem> client(ClusterSpec spec) {
        if (spec.text("rollsite", "exchange", "ip").isPresent()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (String key : List.of("ip", "port")) {
            if (spec.text("rollsite", "polling", "server", key).isEmpty()) {
                problems.add(Problem.error(
                        PATH + "server." + key,
                        "is missing; set the address of the party or exchange to poll, for example ip: 192.168.0.1 and"
                                + " port: 30000"));
            }
        }
        return problems;
    }

    private static List<Problem> server(ClusterSpec spec) {
        List<ClusterSpec> clients = MapList.of(spec, "rollsite", "polling", "clientList");
        if (clients.isEmpty()) {
            return List.of(Problem.warning(
                    PATH + "clientList",
                    "is empty, so nobody polls this party; list the parties that do, or set " + PATH
                            + "type: client if this party polls the other side"));
        }
        List<Problem> problems = new ArrayList<>();
        Map<BigInteger, String> paths = routes(spec);
        for (int index = 0; index < clients.size(); index++) {
            String path = PATH + "clientList[" + index + "].";
            repeated(paths, clients.get(index), path + "partID").ifPresent(problems::add);
            if (clients.get(index).text("concurrency").isPresent()) {
                problems.add(Problem.warning(
                        path + "concurrency", "has no effect; set " + PATH + "concurrency, which is for all parties"));
            }
        }
        return problems;
    }

    private static Optional<Problem> repeated(Map<BigInteger, String> paths, ClusterSpec client, String path) {
        Optional<BigInteger> party = WholeNumber.find(client, "partID");
        return party.map(id -> paths.putIfAbsent(id, path))
                .map(first -> Problem.error(
                        path, party.get() + " has a route of " + first + ", too; keep one route to each party"));
    }

    private static Map<BigInteger, String> routes(ClusterSpec spec) {
        Map<BigInteger, String> paths = new HashMap<>();
        WholeNumber.find(spec, "partyId").ifPresent(own -> paths.put(own, "partyId"));
        for (ClusterSpec entry : MapList.of(spec, "rollsite", "partyList")) {
            WholeNumber.find(entry, "partyId").ifPresent(party -> paths.put(party, "rollsite.partyList"));
        }
        return paths;
    }
}
