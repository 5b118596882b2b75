package io.kubefate.plugin.fate15.model;

import io.kubefate.plugin.shared.Given;
import io.kubefate.plugin.shared.NodeSelector;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spark's master and workers, as the module {@code spark} deploys them. */
public final class SparkModel {

    private static final String CPU = "1000m";
    private static final String MEMORY = "512Mi";
    private static final int STANDARD_WORKERS = 2;

    private SparkModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Map.of(
                "master", part(spec, "master", WholeNumber.or(1, spec, "spark", "master", "replicas")),
                "worker", part(spec, "worker", workers(spec)));
    }

    /**
     * How many workers there are.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return two without a map of the workers, one with a map that does not say
     */
    public static BigInteger workers(ClusterSpec spec) {
        int standard = Given.in(spec, "spark", "worker") ? 1 : STANDARD_WORKERS;
        return WholeNumber.or(standard, spec, "spark", "worker", "replicas");
    }

    /**
     * The cores that each worker asks Kubernetes for.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return a quantity
     */
    public static String workerCpu(ClusterSpec spec) {
        return spec.text("spark", "worker", "cpu").orElse(CPU);
    }

    private static Map<String, Object> part(ClusterSpec spec, String part, BigInteger replicas) {
        Map<String, Object> requests = new LinkedHashMap<>();
        requests.put("cpu", spec.text("spark", part, "cpu").orElse(CPU));
        requests.put("memory", spec.text("spark", part, "memory").orElse(MEMORY));
        return Map.of(
                "replicas",
                replicas,
                "requests",
                requests,
                "type",
                type(spec, part),
                "nodeSelector",
                NodeSelector.of(spec, "spark", part, "nodeSelector"));
    }

    private static String type(ClusterSpec spec, String part) {
        return spec.text("spark", part, "type")
                .or(() -> spec.text("spark", "type"))
                .orElse("ClusterIP");
    }
}
