package io.kubefate.plugin.shared.fate.model;

import io.kubefate.plugin.shared.Flag;
import io.kubefate.plugin.shared.WholeNumber;
import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** FATE-Serving, to which FATE-Flow publishes models. */
final class ServingModel {

    private ServingModel() {}

    /** Without an address only the colon is left, as in the original chart. */
    static Map<String, Object> of(ClusterSpec spec) {
        String ip = spec.text("servingIp").orElse("");
        String port = WholeNumber.find(spec, "servingPort").map(String::valueOf).orElse("");
        return Map.of(
                "given",
                !ip.isEmpty() && !port.isEmpty(),
                "address",
                ip + ":" + port,
                "useRegistry",
                Flag.isSet(spec, "serving", "useRegistry"),
                "zookeeper",
                zookeeper(spec));
    }

    private static Map<String, Object> zookeeper(ClusterSpec spec) {
        return Part.of(spec, "serving", "zookeeper")
                .put(
                        "hosts",
                        spec.list("serving", "zookeeper", "hosts").stream()
                                .map(String::valueOf)
                                .toList())
                .put("use_acl", Flag.isSet(spec, "serving", "zookeeper", "use_acl"))
                .texts("user", "password")
                .model();
    }
}
