package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;

/** Booleans of a cluster.yaml. */
public final class Flag {

    private Flag() {}

    /**
     * Returns whether a key is true.
     *
     * @param keys as in {@link ClusterSpec#find}
     * @return false if it is absent, null or no boolean
     */
    public static boolean isSet(ClusterSpec spec, String... keys) {
        return spec.find(keys).filter(Boolean.TRUE::equals).isPresent();
    }
}
