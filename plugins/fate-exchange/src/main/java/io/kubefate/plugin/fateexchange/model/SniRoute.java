package io.kubefate.plugin.fateexchange.model;

import static java.util.Objects.requireNonNull;

import io.kubefate.plugin.shared.MapList;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.List;

/**
 * A route of the traffic server: to which Pulsar it passes a connection, by the host name in the TLS handshake.
 *
 * @param fqdn the party ID and the domain of the exchange, for example {@code 10000.fate.org}
 * @param tunnelRoute host and TLS port of the party's Pulsar
 */
public record SniRoute(String fqdn, String tunnelRoute) {

    public SniRoute {
        requireNonNull(fqdn, "fqdn is null");
        requireNonNull(tunnelRoute, "tunnelRoute is null");
    }

    /** {@return the routes of a cluster.yaml that the schema accepts, in order} */
    public static List<SniRoute> of(ClusterSpec spec) {
        return MapList.of(spec, "trafficServer", "route_table", "sni").stream()
                .map(entry -> new SniRoute(Required.text(entry, "fqdn"), Required.text(entry, "tunnelRoute")))
                .toList();
    }

    /** {@return the first part of the host name, which is the party ID} */
    public String party() {
        return fqdn.substring(0, (fqdn + ".").indexOf('.'));
    }

    /** {@return the host of the party's Pulsar} */
    public String host() {
        return tunnelRoute.substring(0, tunnelRoute.lastIndexOf(':'));
    }

    /** {@return the port of the party's Pulsar} */
    public BigInteger port() {
        return new BigInteger(tunnelRoute.substring(tunnelRoute.lastIndexOf(':') + 1));
    }
}
