package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    private static final URI SERVICE = URI.create("https://kubefate.net/v1/user/session/oidc/callback");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/clusters",
                "/clusters/c-1/logs?module=python&tail=100",
                "/jobs?status=Failed,Running&text=a%20b",
                "/v1beta",
                "/a//b",
                "/:80"
            })
    void pagesOfTheConsoleAreKept(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo(path);
        assertThat(SERVICE.resolve(ReturnPath.safe(path)).getHost()).isEqualTo("kubefate.net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "clusters",
                "//evil.example.com",
                "///evil.example.com",
                "/\\evil.example.com",
                "\\\\evil.example.com",
                "https://evil.example.com",
                "https:evil.example.com",
                "javascript:alert(1)",
                "/\tevil",
                "/a\r\nSet-Cookie: jwt=x",
                "/\u2028",
                "/%",
                "/a%2",
                "/a#b",
                "/<script>",
                "/v1",
                "/v1/user/session/oidc",
                "/v1?x"
            })
    void anythingElseIsTheFirstPage(String path) {
        assertThat(ReturnPath.safe(path)).isEqualTo("/");
    }

    @Test
    void aLongPathIsTheFirstPage() {
        assertThat(ReturnPath.safe("/a".repeat(1000))).isEqualTo("/");
    }
}
