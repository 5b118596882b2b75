package io.kubefate.plugin.fate20.model;

import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The route tables of nginx, Pulsar and RabbitMQ. */
public final class RouteTable {

    /** The key of the route to all parties without an entry. */
    public static final String DEFAULT = "default";

    private RouteTable() {}

    /**
     * Returns the parties with a route.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param module {@code nginx}, {@code pulsar} or {@code rabbitmq}
     * @return {@link #DEFAULT}, then party IDs in numeric order
     */
    public static List<String> parties(ClusterSpec spec, String module) {
        return spec.map(module, "route_table").entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(RouteTable::number))
                .toList();
    }

    private static BigInteger number(String party) {
        return party.equals(DEFAULT) ? BigInteger.ONE.negate() : new BigInteger(party);
    }
}
