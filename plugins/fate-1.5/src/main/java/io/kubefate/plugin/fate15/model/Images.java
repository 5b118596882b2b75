package io.kubefate.plugin.fate15.model;

import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The images of the release. FATE's own come from Docker Hub's organisation {@code federatedai} unless a registry is given. */
final class Images {

    private static final String TAG = "1.5.0-release";

    private Images() {}

    static Map<String, Object> of(ClusterSpec spec) {
        String registry = spec.text("registry").orElse("federatedai");
        String mysql = spec.text("registry").map(given -> given + "/").orElse("") + "mysql:8";
        return Map.of(
                "eggroll", own(registry, "eggroll"),
                "python", own(registry, "python"),
                "client", own(registry, "client"),
                "fateboard", own(registry, "fateboard"),
                "mysql", mysql);
    }

    private static String own(String registry, String image) {
        return registry + "/" + image + ":" + TAG;
    }
}
