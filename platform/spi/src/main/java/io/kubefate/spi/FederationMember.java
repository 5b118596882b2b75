package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a cluster is in a federation, as its cluster.yaml declares it: a party, or an exchange that connects parties, with the gateways
 * through which it reaches others and is reached by them. The host compares the members of all clusters to find routes without a
 * counterpart.
 *
 * @param network what the clusters that connect to each other have in common, for example {@code training} or {@code inference}; clusters
 *     of different networks have no routes to each other, even if they are of the same party
 * @param partyId the ID of the party in decimal digits; of an exchange the one of its cluster.yaml, which no party has
 * @param exchange whether it is an exchange
 * @param gateways the modules that the cluster.yaml lists and that connect to other parties; at most one of each module
 * @since 1.5.0
 */
public record FederationMember(String network, String partyId, boolean exchange, List<Gateway> gateways) {

    public FederationMember {
        requireNonNull(network, "network is null");
        requireNonNull(partyId, "partyId is null");
        gateways = List.copyOf(gateways);
    }
}
