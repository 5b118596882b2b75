package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a browser uses https, seen by a service that is reached over http and trusts the proxy 10.0.0.1. */
class ClientSchemeTest {

    private final ClientScheme scheme =
            new ClientScheme(address -> address.getHostAddress().equals("10.0.0.1"));

    @Test
    void thePageSaysIt() {
        assertThat(scheme.isHttps("https://fate.example.com", "192.0.2.7", List.of()))
                .isTrue();
        assertThat(scheme.isHttps("http://fate.example.com", "192.0.2.7", List.of()))
                .isFalse();
        assertThat(scheme.isHttps("httpsx://fate.example.com", "192.0.2.7", List.of()))
                .isFalse();
    }

    @Test
    void aTrustedProxySaysIt() {
        assertThat(scheme.isHttps(null, "10.0.0.1", List.of("https"))).isTrue();
        assertThat(scheme.isHttps(null, "10.0.0.1", List.of("HTTPS, http"))).isTrue();
        assertThat(scheme.isHttps(null, "10.0.0.1", List.of("http, https"))).isFalse();
        assertThat(scheme.isHttps(null, "10.0.0.1", List.of())).isFalse();
    }

    @Test
    void othersCannotSayIt() {
        assertThat(scheme.isHttps(null, "192.0.2.7", List.of("https"))).isFalse();
    }
}
