package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.spi.ClusterSpec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WholeNumberTest {

    @Test
    void readsNumbersAndTextOfDigits() {
        ClusterSpec spec = new ClusterSpec(Map.of("a", 9999L, "b", "9999", "c", new BigDecimal("9999.0")));

        assertThat(spec.values().keySet())
                .allSatisfy(key -> assertThat(WholeNumber.find(spec, key)).contains(BigInteger.valueOf(9999)));
    }

    @Test
    void keepsEveryDigitOfALongNumber() {
        BigInteger number = new BigInteger("12345678901234567890123");

        assertThat(WholeNumber.find(new ClusterSpec(Map.of("a", number)), "a")).contains(number);
    }

    @Test
    void takesEmptyTextForAbsent() {
        assertThat(WholeNumber.find(new ClusterSpec(Map.of("a", "")), "a")).isEmpty();
    }
}
