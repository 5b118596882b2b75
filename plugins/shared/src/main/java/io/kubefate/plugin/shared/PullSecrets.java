package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;

/** The key {@code imagePullSecrets}. */
public final class PullSecrets {

    private PullSecrets() {}

    /**
     * Returns the variable {@code imagePullSecrets} of {@code lib/pod.yaml.ftl}.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return a map with {@code name} for each Secret, in order and without duplicates
     */
    public static List<Map<String, Object>> of(ClusterSpec spec) {
        return MapList.of(spec, "imagePullSecrets").stream()
                .flatMap(entry -> entry.text("name").stream())
                .distinct()
                .map(name -> Map.<String, Object>of("name", name))
                .toList();
    }
}
