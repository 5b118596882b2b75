package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.util.Objects;

/** Whether a map of cluster.yaml says anything. */
public final class Given {

    private Given() {}

    /**
     * Looks into a map. A key without a value counts as absent.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param keys where, as in {@link ClusterSpec#find}
     * @return whether a key of the map has a value
     */
    public static boolean in(ClusterSpec spec, String... keys) {
        return spec.map(keys).values().stream().anyMatch(Objects::nonNull);
    }
}
