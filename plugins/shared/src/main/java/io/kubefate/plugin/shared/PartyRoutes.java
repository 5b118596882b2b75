package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules for the {@code partyList} and {@code exchange} of a gateway to other parties.
 *
 * @param gateway the module of the gateway, for example {@code rollsite}
 * @param port a port of an exchange, for the example in a message
 */
public record PartyRoutes(String gateway, int port) {

    /**
     * Finds parties that are duplicated or are the cluster's own.
     *
     * @param spec a cluster.yaml
     * @return an error for each
     */
    public List<Problem> repeated(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        Map<BigInteger, String> paths = new HashMap<>();
        WholeNumber.find(spec, "partyId").ifPresent(own -> paths.put(own, "partyId"));
        List<ClusterSpec> entries = MapList.of(spec, gateway, "partyList");
        for (int index = 0; index < entries.size(); index++) {
            String path = gateway + ".partyList[" + index + "].partyId";
            Optional<BigInteger> party = WholeNumber.find(entries.get(index), "partyId");
            party.map(id -> paths.putIfAbsent(id, path))
                    .ifPresent(first -> problems.add(Problem.error(path, repeated(party.get(), first))));
        }
        return problems;
    }

    /**
     * Finds an exchange that has only an address or only a port.
     *
     * @param spec a cluster.yaml
     * @return the error, if there is one
     */
    public Optional<Problem> incompleteExchange(ClusterSpec spec) {
        boolean ip = spec.text(gateway, "exchange", "ip").isPresent();
        if (ip == spec.text(gateway, "exchange", "port").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Problem.error(
                gateway + ".exchange." + (ip ? "port" : "ip"),
                "is missing; set both, for example ip: 192.168.0.1 and port: " + port));
    }

    /**
     * Reports whether there is a route to any other party.
     *
     * @param spec a cluster.yaml
     * @return true if it names an exchange or a party
     */
    public boolean any(ClusterSpec spec) {
        return spec.text(gateway, "exchange", "ip").isPresent()
                || !spec.list(gateway, "partyList").isEmpty();
    }

    /**
     * Finds a gateway that is the only module, so an exchange, but knows no party.
     *
     * @param spec a cluster.yaml
     * @return the warning, if it is one
     */
    public Optional<Problem> exchangeWithoutParties(ClusterSpec spec) {
        boolean alone = spec.modules().equals(List.of(gateway));
        return alone && !any(spec)
                ? Optional.of(Problem.warning(
                        gateway, "is an exchange without parties; list them in " + gateway + ".partyList"))
                : Optional.empty();
    }

    private static String repeated(BigInteger party, String first) {
        return first.equals("partyId")
                ? party + " is this cluster's own party, whose route is created automatically; remove the entry"
                : party + " is also listed at " + first + "; keep one route to each party";
    }
}
