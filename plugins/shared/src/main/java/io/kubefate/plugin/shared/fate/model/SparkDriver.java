package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Service through which the nodes of an external Spark reach the driver in FATE-Flow's pod. */
public final class SparkDriver {

    private static final String INSIDE = "fateflow";

    private static final List<Range> RANGES = List.of(
            new Range("driverStartPort", "spark-driver-port-"),
            new Range("blockManagerStartPort", "spark-block-manager-port-"));

    /**
     * Successive ports.
     *
     * @param key the key of the first one
     * @param name what the names start with
     */
    private record Range(String key, String name) {}

    private SparkDriver() {}

    /**
     * Returns the ports of the driver.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return name to number; empty if Spark's nodes are pods of the cluster
     */
    public static Map<String, BigInteger> ports(ClusterSpec spec) {
        ClusterSpec spark = new ClusterSpec(spec.map("python", "spark"));
        Optional<BigInteger> count = WholeNumber.find(spark, "portMaxRetries");
        Map<String, BigInteger> ports = new LinkedHashMap<>();
        if (count.isEmpty() || spark.text("driverHost").equals(Optional.of(INSIDE))) {
            return ports;
        }
        for (int index = 0; index < count.get().intValueExact(); index++) {
            for (Range range : RANGES) {
                BigInteger offset = BigInteger.valueOf(index);
                String name = range.name() + index;
                WholeNumber.find(spark, range.key()).ifPresent(first -> ports.put(name, first.add(offset)));
            }
        }
        return ports;
    }

    /** {@return {@code ports}, and {@code type} if it is given} */
    static Map<String, Object> of(ClusterSpec spec) {
        ClusterSpec spark = new ClusterSpec(spec.map("python", "spark"));
        Optional<String> type = spark.text("driverHostType");
        boolean onNodes = type.isPresent() && !type.get().equals("ClusterIP");
        List<Map<String, Object>> ports = new ArrayList<>();
        ports(spec).forEach((name, number) -> ports.add(port(name, number, onNodes)));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("ports", ports);
        type.ifPresent(given -> model.put("type", given));
        return model;
    }

    /** Spark announces the numbers that it listens on, so the node ports are the same. */
    private static Map<String, Object> port(String name, BigInteger number, boolean onNodes) {
        Map<String, Object> port = new LinkedHashMap<>();
        port.put("name", name);
        port.put("number", number);
        port.put("nodePort", onNodes ? number : BigInteger.ZERO);
        return port;
    }
}
