package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A party or exchange that no visible cluster is.
 *
 * @param id identifies it in routes
 * @param network see {@link FederationCluster#network}
 * @param partyId the party; empty for an exchange
 * @param address host and port of an exchange; empty for a party
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FederationOutside(
        String id, String network, @JsonProperty("party_id") String partyId, String address) {}
