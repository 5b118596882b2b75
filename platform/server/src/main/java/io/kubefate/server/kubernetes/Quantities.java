package io.kubefate.server.kubernetes;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Objects;

/** Kubernetes' way to write amounts: {@code 500m}, {@code 2Gi}. */
public final class Quantities {

    private Quantities() {}

    /**
     * Reads an amount.
     *
     * @param quantity a text or number; null counts as nothing
     * @return cores, bytes or pieces; 0 for what is no quantity
     */
    public static BigDecimal amount(Object quantity) {
        try {
            return Quantity.getAmountInBytes(new Quantity(Objects.toString(quantity, "0")));
        } catch (IllegalArgumentException e) {
            return BigDecimal.ZERO;
        }
    }
}
