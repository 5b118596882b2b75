package io.kubefate.plugin.shared;

import io.kubefate.spi.ClusterSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers of any size, which a cluster.yaml can contain as numbers or text. */
public final class WholeNumber {

    private WholeNumber() {}

    /**
     * Reads a number.
     *
     * @param spec a cluster.yaml that the schema accepts
     * @param keys where, as in {@link ClusterSpec#find}
     * @return the number, or empty if it is absent, null or empty text
     * @throws ArithmeticException if it is a fraction
     * @throws NumberFormatException if it is not a number
     */
    public static Optional<BigInteger> find(ClusterSpec spec, String... keys) {
        return spec.text(keys).map(BigDecimal::new).map(BigDecimal::toBigIntegerExact);
    }
}
