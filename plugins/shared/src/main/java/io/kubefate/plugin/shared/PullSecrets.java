package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;

/** The Secrets with a registry's login, which cluster.yaml names under {@code imagePullSecrets}. */
public final class PullSecrets {

    private PullSecrets() {}

    /**
     * What {@code lib/pod.yaml.ftl} expects as {@code imagePullSecrets}.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @return a map with {@code name} for each Secret, in order; empty if images are pulled without login
     */
    public static List<Map<String, Object>> of(ClusterSpec spec) {
        return Entries.of(spec, "imagePullSecrets").stream()
                .flatMap(entry -> entry.text("name").stream())
                .distinct()
                .map(name -> Map.<String, Object>of("name", name))
                .toList();
    }
}
