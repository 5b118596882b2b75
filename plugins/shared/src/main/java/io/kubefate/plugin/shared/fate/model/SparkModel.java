package io.kubefate.plugin.shared.fate.model;

import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The module {@code spark}: master and workers. */
final class SparkModel {

    private SparkModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Map.of(
                "master",
                Part.of(spec, "spark", "master")
                        .pod()
                        .service("nodePort")
                        .numbers("replicas")
                        .model(),
                "worker",
                Part.of(spec, "spark", "worker")
                        .pod()
                        .service()
                        .numbers("replicas")
                        .model());
    }
}
