package io.kubefate.planning.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "500m, 0.5",
        "2, 2",
        "1.5, 1.5",
        ".5, 0.5",
        "2Gi, 2147483648",
        "128Ki, 131072",
        "1G, 1000000000",
        "100k, 100000",
        "1e3, 1000",
        "12E2, 1200",
        "1E, 1000000000000000000",
        "7u, 0.000007",
        "-1, -1"
    })
    void readsWhatKubernetesWrites(String quantity, BigDecimal amount) {
        assertThat(Quantities.amount(quantity)).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "much", "1Zi", "1 Gi", "Mi"})
    void countsAsNothingWhatIsNotAQuantity(String quantity) {
        assertThat(Quantities.amount(quantity)).isZero();
    }
}
