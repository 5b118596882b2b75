package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.Required;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** The module {@code spark}: master and workers. */
public final class SparkModel {

    private SparkModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Map.of(
                "master", part(spec, "master"),
                "worker", part(spec, "worker"));
    }

    /**
     * Returns the number of workers.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return zero or more
     */
    public static BigInteger workers(ClusterSpec spec) {
        return Required.number(spec, "spark", "worker", "replicas");
    }

    /**
     * Returns the cores that each worker requests.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @return a quantity
     */
    public static String workerCpu(ClusterSpec spec) {
        return Required.text(spec, "spark", "worker", "cpu");
    }

    private static Map<String, Object> part(ClusterSpec spec, String part) {
        Map<String, Object> requests = new LinkedHashMap<>();
        requests.put("cpu", Required.text(spec, "spark", part, "cpu"));
        requests.put("memory", Required.text(spec, "spark", part, "memory"));
        return Map.of(
                "replicas",
                Required.number(spec, "spark", part, "replicas"),
                "requests",
                requests,
                "type",
                type(spec, part),
                "nodeSelector",
                NodeSelector.of(spec, "spark", part, "nodeSelector"));
    }

    private static String type(ClusterSpec spec, String part) {
        return spec.text("spark", part, "type").orElseGet(() -> Required.text(spec, "spark", "type"));
    }
}
