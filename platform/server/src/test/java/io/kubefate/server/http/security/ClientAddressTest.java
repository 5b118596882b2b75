package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress direct = new ClientAddress(address -> false);
    private final ClientAddress proxied =
            new ClientAddress(address -> address.getHostAddress().startsWith("10."));

    @Test
    void isThatOfTheConnection() {
        assertThat(direct.of("192.0.2.1", List.of())).isEqualTo("192.0.2.1");
    }

    @Test
    void ignoresTheHeaderOfAnybodyElse() {
        assertThat(direct.of("192.0.2.1", List.of("203.0.113.9"))).isEqualTo("192.0.2.1");
        assertThat(proxied.of("192.0.2.1", List.of("203.0.113.9"))).isEqualTo("192.0.2.1");
    }

    @Test
    void isTheLastThatIsNoTrustedProxy() {
        assertThat(proxied.of("10.0.0.1", List.of("198.51.100.1, 203.0.113.9", "10.0.0.2")))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void stopsAtWhatIsNoAddress() {
        assertThat(proxied.of("10.0.0.1", List.of("203.0.113.9, localhost"))).isEqualTo("10.0.0.1");
    }

    @Test
    void isTheNetworkOfAnIpv6Client() {
        assertThat(direct.of("2001:db8:1:2:3:4:5:6", List.of())).isEqualTo("2001:db8:1:2:0:0:0:0/64");
    }
}
