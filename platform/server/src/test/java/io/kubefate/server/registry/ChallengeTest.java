package io.kubefate.server.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

    @Test
    void readsTheTokenServiceAndItsParameters() {
        String header = "Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\","
                + "scope=\"repository:library/mysql:pull,push\"";

        assertThat(Challenge.best(List.of(header)))
                .hasValue(new Challenge(
                        "bearer",
                        Map.of(
                                "realm", "https://auth.docker.io/token",
                                "service", "registry.docker.io",
                                "scope", "repository:library/mysql:pull,push")));
    }

    @Test
    void prefersATokenToAPasswordWhereverTheyStand() {
        assertThat(Challenge.best(List.of("Basic realm=\"x\"", "BEARER realm=y")))
                .hasValue(new Challenge("bearer", Map.of("realm", "y")));
        assertThat(Challenge.best(List.of("Negotiate, Basic realm=\"x\", Bearer Realm = \"y\"")))
                .hasValue(new Challenge("bearer", Map.of("realm", "y")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Negotiate", "Digest realm=\"x\"", "realm=\"x\"", "=,=", "\"", "Bearer\"", "\u00e4"})
    void ignoresUnsupportedChallenges(String header) {
        assertThat(Challenge.best(List.of(header)).map(Challenge::scheme)).isNotEqualTo(Optional.of("basic"));
        assertThat(Challenge.best(List.of(header))
                        .map(challenge -> challenge.parameter("realm"))
                        .orElse(""))
                .isEmpty();
    }

    @Test
    void aLongHeaderIsReadInTimeThatGrowsWithIt() {
        assertThat(Challenge.best(List.of("a ".repeat(200_000)))).isEmpty();
        assertThat(Challenge.best(List.of("a=\"" + "x,".repeat(200_000)))).isEmpty();
    }
}
