package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Optional;

/** Settings of a claim in a cluster without claims. */
public final class UnusedStorage {

    private static final List<String> KEYS = List.of("existingClaim", "storageClass", "accessMode", "size");

    private UnusedStorage() {}

    /**
     * Finds the first of these settings in a map.
     *
     * @param path the path of the map
     * @param settings the map of a workload in a cluster.yaml without {@code persistence}
     * @return a warning, or empty if it has none
     */
    public static Optional<Problem> find(String path, ClusterSpec settings) {
        return KEYS.stream()
                .filter(key -> settings.text(key).isPresent())
                .findFirst()
                .map(key -> Problem.warning(
                        path + "." + key,
                        "has no effect without persistence, and the data is lost"
                                + " with the pod; set persistence: true to keep it in a claim"));
    }
}
