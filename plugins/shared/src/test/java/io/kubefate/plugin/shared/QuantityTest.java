package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "2, 2",
        "500m, 0.5",
        "1.5, 1.5",
        ".5, 0.5",
        "1k, 1000",
        "1Ki, 1024",
        "1.5Gi, 1610612736",
        "2G, 2000000000"
    })
    void readsWhatKubernetesWrites(String text, BigDecimal amount) {
        assertThat(Quantity.parse(text))
                .get()
                .satisfies(read -> assertThat(read).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "1GB", "1.2.3", "-1", "1 Gi"})
    void readsNothingElse(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @Test
    void readsTheLargestUnit() {
        assertThat(Quantity.parse("1Ei")).contains(new BigDecimal("1152921504606846976"));
    }
}
