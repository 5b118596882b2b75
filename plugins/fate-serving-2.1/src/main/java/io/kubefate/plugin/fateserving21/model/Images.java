package io.kubefate.plugin.fateserving21.model;

import io.kubefate.spi.ClusterSpec;
import java.util.Map;
import java.util.Optional;

/** The images of the release. Without a registry, each comes from its own place on Docker Hub. */
final class Images {

    private static final String TAG = "2.1.6-release";

    private Images() {}

    static Map<String, Object> of(ClusterSpec spec) {
        Optional<String> registry = spec.text("registry");
        String own = registry.orElse("federatedai");
        return Map.of(
                "proxy", own + "/serving-proxy:" + TAG,
                "server", own + "/serving-server:" + TAG,
                "admin", own + "/serving-admin:" + TAG,
                "redis", registry.map(given -> given + "/").orElse("") + "redis:5",
                "zookeeper", registry.orElse("bitnami") + "/zookeeper:3.7.0");
    }
}
