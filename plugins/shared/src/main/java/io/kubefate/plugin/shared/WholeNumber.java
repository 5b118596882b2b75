package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers of any size, which a cluster.yaml may write as numbers or as text of digits. */
public final class WholeNumber {

    private WholeNumber() {}

    /**
     * Reads a number.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param keys where, as in {@link ClusterSpec#find}
     * @return the number, or empty if it is absent, null or empty text
     * @throws ArithmeticException if it is a fraction
     * @throws NumberFormatException if it is no number
     */
    public static Optional<BigInteger> find(ClusterSpec spec, String... keys) {
        return spec.text(keys).map(BigDecimal::new).map(BigDecimal::toBigIntegerExact);
    }

    /**
     * Reads a number that has a default.
     *
     * @param otherwise the default
     * @param spec a cluster.yaml that the schema accepts
     * @param keys where, as in {@link ClusterSpec#find}
     * @return the number, or the default if it is absent, null or empty text
     */
    public static BigInteger or(long otherwise, ClusterSpec spec, String... keys) {
        return find(spec, keys).orElse(BigInteger.valueOf(otherwise));
    }
}
