package io.kubefate.plugin.fate15.model;

import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Routes by party id, as cluster.yaml gives them for nginx and RabbitMQ. */
public final class RouteTable {

    /** Where the proxy sends what is for a party without a route. */
    public static final String DEFAULT = "default";

    private RouteTable() {}

    /**
     * The parties with a route.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param module {@code nginx} or {@code rabbitmq}
     * @return party ids by number, {@link #DEFAULT} before them
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
