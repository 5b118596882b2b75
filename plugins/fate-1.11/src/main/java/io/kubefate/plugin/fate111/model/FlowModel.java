package io.kubefate.plugin.fate111.model;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.plugin.shared.fate.model.Part;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** Settings of FATE-Flow 1. */
final class FlowModel {

    private FlowModel() {}

    static Map<String, Object> of(ClusterSpec spec) {
        return Part.of(spec, "python")
                .put("dependentDistribution", Flag.isSet(spec, "python", "dependent_distribution"))
                .put(
                        "spark",
                        Part.of(spec, "python", "spark")
                                .numbers("cores_per_node", "nodes")
                                .model())
                .put("pathPrefix", text(spec, "hdfs", "path_prefix"))
                .put("hive", hive(spec))
                .model();
    }

    private static Map<String, Object> hive(ClusterSpec spec) {
        return Map.of(
                "host", text(spec, "hive", "host"),
                "port",
                        WholeNumber.find(spec, "python", "hive", "port")
                                .<Object>map(port -> port)
                                .orElse(""),
                "auth_mechanism", text(spec, "hive", "auth_mechanism"),
                "username", text(spec, "hive", "username"),
                "password", text(spec, "hive", "password"));
    }

    private static String text(ClusterSpec spec, String map, String key) {
        return spec.text("python", map, key).orElse("");
    }
}
