package io.kubefate.plugin.fateserving.model;

import io.kubefate.spi.ClusterSpec;
import java.util.Map;

/** The images of the release. Without a registry, FATE's own come from {@code federatedai} on Docker Hub. */
final class Images {

    private static final String TAG = "2.0.0-release";

    private Images() {}

    static Map<String, Object> of(ClusterSpec spec) {
        String registry = spec.text("registry").orElse("federatedai");
        String redis = spec.text("registry").map(given -> given + "/").orElse("") + "redis:5";
        return Map.of(
                "proxy", own(registry, "serving-proxy"), "server", own(registry, "serving-server"), "redis", redis);
    }

    private static String own(String registry, String image) {
        return registry + "/" + image + ":" + TAG;
    }
}
