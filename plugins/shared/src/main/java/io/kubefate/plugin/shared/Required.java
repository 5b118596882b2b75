package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.math.BigInteger;

/** Values that a cluster.yaml always has, because the schema requires them or has a default for them. */
public final class Required {

    private Required() {}

    /**
     * Returns a scalar as text.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param keys where, as in {@link ClusterSpec#find}
     * @return the text, not empty
     * @throws IllegalStateException if the value is absent
     */
    public static String text(ClusterSpec spec, String... keys) {
        return spec.text(keys).orElseThrow(() -> missing(keys));
    }

    /**
     * Returns a whole number.
     *
     * @param spec a cluster.yaml with the schema's defaults
     * @param keys where, as in {@link ClusterSpec#find}
     * @return the number
     * @throws IllegalStateException if the value is absent
     */
    public static BigInteger number(ClusterSpec spec, String... keys) {
        return WholeNumber.find(spec, keys).orElseThrow(() -> missing(keys));
    }

    private static IllegalStateException missing(String... keys) {
        return new IllegalStateException(
                String.join(".", keys) + " is absent; the schema must require it or have a default for it");
    }
}
