package io.kubefate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeTest {

    @ParameterizedTest
    @CsvSource({
        "PT-1.5S, <invalid>",
        "PT-1S, 0s",
        "PT0.35S, 0s",
        "PT1.9S, 1s",
        "PT119S, 119s",
        "PT2M, 2m",
        "PT9M59S, 9m59s",
        "PT10M30S, 10m",
        "PT2H59M, 179m",
        "PT3H, 3h",
        "PT7H59M, 7h59m",
        "PT8H30M, 8h",
        "PT47H, 47h",
        "PT48H, 2d",
        "P7DT23H, 7d23h",
        "P8DT5H, 8d",
        "P729D, 729d",
        "P730D, 2y",
        "P735D, 2y5d",
        "P2919D, 7y364d",
        "P2920D, 8y"
    })
    void printsAtMostTwoUnits(String duration, String text) {
        assertThat(Age.format(Duration.parse(duration))).isEqualTo(text);
    }
}
