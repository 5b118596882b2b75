package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A party ID that several clusters have.
 *
 * @param network see {@link FederationCluster#network}
 * @param partyId the party
 * @param clusters the UUIDs of the clusters
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FederationParty(
        String network, @JsonProperty("party_id") String partyId, List<String> clusters) {}
