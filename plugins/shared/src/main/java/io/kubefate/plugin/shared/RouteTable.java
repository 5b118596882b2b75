package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The key {@code route_table} of a module: the addresses of other parties, by their IDs. */
public final class RouteTable {

    /** The key of the route to all parties without an entry. */
    public static final String DEFAULT = "default";

    private RouteTable() {}

    /**
     * Returns the parties with a route.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param module the key of the map with the table, for example {@code nginx}
     * @return {@link #DEFAULT}, then party IDs in numeric order
     */
    public static List<String> parties(ClusterSpec spec, String module) {
        return spec.map(module, "route_table").entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(RouteTable::number))
                .toList();
    }

    /**
     * Returns the other parties with a route of their own.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param module the key of the map with the table
     * @return their IDs in numeric order, without {@link #DEFAULT} and the cluster's own party
     */
    public static Set<String> otherParties(ClusterSpec spec, String module) {
        Set<String> parties = new LinkedHashSet<>(parties(spec, module));
        parties.remove(DEFAULT);
        WholeNumber.find(spec, "partyId").map(String::valueOf).ifPresent(parties::remove);
        return parties;
    }

    private static BigInteger number(String party) {
        return party.equals(DEFAULT) ? BigInteger.ONE.negate() : new BigInteger(party);
    }
}
