package io.kubefate.planning.federation;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.RouteAddress;
import java.util.List;
import java.util.Optional;

/**
 * A route that a cluster declares.
 *
 * @param from the UUID of the cluster
 * @param to the UUID of the other cluster, or {@link OutsideMember#id}
 * @param via the UUID of the exchange through which a route to a party leads, if it is known
 * @param module the gateway
 * @param protocol what both gateways must have in common
 * @param party the party, or {@link io.kubefate.spi.PartyRoute#DEFAULT}
 * @param key the key of the cluster.yaml
 * @param addresses where the gateway connects; empty if the other side polls it
 * @param finding how it fits to the other side
 * @param remedy what to change, if that is known
 */
public record FederationRoute(
        String from,
        String to,
        Optional<String> via,
        String module,
        String protocol,
        String party,
        String key,
        List<RouteAddress> addresses,
        RouteFinding finding,
        Optional<Remedy> remedy) {

    public FederationRoute {
        requireNonNull(from, "from is null");
        requireNonNull(to, "to is null");
        requireNonNull(via, "via is null");
        requireNonNull(module, "module is null");
        requireNonNull(protocol, "protocol is null");
        requireNonNull(party, "party is null");
        requireNonNull(key, "key is null");
        addresses = List.copyOf(addresses);
        requireNonNull(finding, "finding is null");
        requireNonNull(remedy, "remedy is null");
    }
}
