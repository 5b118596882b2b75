package io.kubefate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A change of a cluster.yaml.
 *
 * @param cluster the UUID of the cluster to change
 * @param key the key to add a route to, or with the route to correct
 * @param party the party of the route, or {@code default}
 * @param addresses where the route leads; a host is empty if it is not known
 * @param message the change as a sentence
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record FederationRemedy(
        String cluster, String key, String party, List<FederationAddress> addresses, String message) {}
