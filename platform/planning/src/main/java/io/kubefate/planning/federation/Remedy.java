package io.kubefate.planning.federation;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.RouteAddress;
import java.util.List;

/**
 * The change of a cluster.yaml that gives a route its counterpart.
 *
 * @param cluster the UUID of the cluster to change
 * @param key the key to add a route to, or with the route to correct
 * @param party the party of the route, or {@link io.kubefate.spi.PartyRoute#DEFAULT}
 * @param addresses where it leads, as far as the cluster.yaml of the other side says; a host is empty if nobody names it
 */
public record Remedy(String cluster, String key, String party, List<RouteAddress> addresses) {

    public Remedy {
        requireNonNull(cluster, "cluster is null");
        requireNonNull(key, "key is null");
        requireNonNull(party, "party is null");
        addresses = List.copyOf(addresses);
    }
}
