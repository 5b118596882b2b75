package io.kubefate.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A route of a gateway to a party, or to the exchange.
 *
 * @param party the ID of the party in decimal digits, or {@link #DEFAULT}
 * @param key the key of the cluster.yaml with the route, for example {@code rollsite.partyList}
 * @param addresses where the gateway connects; empty if the other side connects and polls this gateway
 * @since 1.5.0
 */
public record PartyRoute(String party, String key, List<RouteAddress> addresses) {

    /** Instead of a party: all parties without a route of their own, which an exchange knows. */
    public static final String DEFAULT = "default";

    public PartyRoute {
        requireNonNull(party, "party is null");
        requireNonNull(key, "key is null");
        addresses = List.copyOf(addresses);
    }
}
