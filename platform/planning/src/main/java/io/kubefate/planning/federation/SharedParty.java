package io.kubefate.planning.federation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A party ID that several clusters of one network have. Others cannot tell them apart.
 *
 * @param network see {@link io.kubefate.spi.FederationMember#network}
 * @param partyId the party
 * @param clusters the UUIDs of the clusters
 */
public record SharedParty(String network, String partyId, List<String> clusters) {

    public SharedParty {
        requireNonNull(network, "network is null");
        requireNonNull(partyId, "partyId is null");
        clusters = List.copyOf(clusters);
    }
}
