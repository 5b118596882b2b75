package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPagesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"https://fate.example.com:8080", "http://FATE.example.com:8080", "ws://fate.example.com:8080/"})
    void acceptsTheOriginOfTheService(String origin) {
        assertThat(OwnPages.isOwn(origin, "fate.example.com:8080")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "https://fate.example.com",
                "https://fate.example.com:8080.evil.com",
                "https://evil.com/fate.example.com:8080",
                "https://fate.example.com:8080@evil.com",
                "null",
                "",
                "::"
            })
    void rejectsAllOthers(String origin) {
        assertThat(OwnPages.isOwn(origin, "fate.example.com:8080")).isFalse();
    }

    @Test
    void rejectsARequestWithoutOrigin() {
        assertThat(OwnPages.isOwn(null, "fate.example.com")).isFalse();
    }
}
