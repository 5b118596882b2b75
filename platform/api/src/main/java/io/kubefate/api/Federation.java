package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The parties and exchanges of all clusters that the user may see, and the routes between them.
 *
 * @param clusters the clusters, newest last
 * @param outside the parties and exchanges that only routes name
 * @param routes the routes that the cluster.yaml of each cluster declares
 * @param sharedParties the party IDs that several clusters of a network have
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Federation(
        List<FederationCluster> clusters,
        List<FederationOutside> outside,
        List<FederationRoute> routes,
        @JsonProperty("shared_parties") List<FederationParty> sharedParties) {}
