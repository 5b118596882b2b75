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
 * What holds for the {@code partyList} and {@code exchange} of any gateway to other parties.
 *
 * @param gateway the module that has them, for example {@code rollsite}
 * @param port of an exchange, for the example in a message
 */
public record PartyRoutes(String gateway, int port) {

    /**
     * Looks for parties that are listed twice, or are the cluster's own.
     *
     * @param spec the cluster
     * @return an error for each
     */
    public List<Problem> repeated(ClusterSpec spec) {
        List<Problem> problems = new ArrayList<>();
        Map<BigInteger, String> paths = new HashMap<>();
        WholeNumber.find(spec, "partyId").ifPresent(own -> paths.put(own, "partyId"));
        List<ClusterSpec> entries = Entries.of(spec, gateway, "partyList");
        for (int index = 0; index < entries.size(); index++) {
            String path = gateway + ".partyList[" + index + "].partyId";
            Optional<BigInteger> party = WholeNumber.find(entries.get(index), "partyId");
            party.map(id -> paths.putIfAbsent(id, path))
                    .ifPresent(first -> problems.add(Problem.error(path, repeated(party.get(), first))));
        }
        return problems;
    }

    /**
     * Looks for an exchange that has an address or a port alone.
     *
     * @param spec the cluster
     * @return the error, if there is one
     */
    public Optional<Problem> incompleteExchange(ClusterSpec spec) {
        boolean ip = spec.text(gateway, "exchange", "ip").isPresent();
        if (ip == spec.text(gateway, "exchange", "port").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Problem.error(
                gateway + ".exchange." + (ip ? "port" : "ip"),
                "is missing; an exchange has both, for example ip: 192.168.0.1 and port: " + port));
    }

    /**
     * Whether other parties can be reached at all.
     *
     * @param spec the cluster
     * @return whether it names an exchange or a party
     */
    public boolean any(ClusterSpec spec) {
        return spec.text(gateway, "exchange", "ip").isPresent()
                || !spec.list(gateway, "partyList").isEmpty();
    }

    private static String repeated(BigInteger party, String first) {
        return first.equals("partyId")
                ? party + " is this cluster's own party, whose route is made without being listed; remove the entry"
                : party + " is listed at " + first + " too; keep one route to each party";
    }
}
