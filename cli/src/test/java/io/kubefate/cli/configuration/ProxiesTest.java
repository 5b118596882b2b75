package io.kubefate.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kubefate.net                 | https://kubefate.net      | true",
                "kubefate.net                 | https://a.kubefate.net    | true",
                "kubefate.net                 | https://notkubefate.net   | false",
                ".kubefate.net                | https://a.kubefate.net    | true",
                ".kubefate.net                | https://kubefate.net      | false",
                "*.kubefate.net               | https://a.kubefate.net    | true",
                "KubeFATE.net                 | https://kubefate.NET      | true",
                "kubefate.net:8443            | https://kubefate.net:8443 | true",
                "kubefate.net:8443            | https://kubefate.net      | false",
                "kubefate.net:443             | https://kubefate.net      | true",
                "*                            | https://kubefate.net      | true",
                "10.0.0.0/8                   | https://10.1.2.3          | true",
                "10.0.0.0/8                   | https://11.1.2.3          | false",
                "10.0.0.0/8                   | https://10.kubefate.net   | false",
                "10.0.0.0/99                  | https://10.1.2.3          | false",
                "10.1.2.3                     | https://10.1.2.3          | true",
                "10.1.2.3:443                 | https://10.1.2.3          | true",
                "1.2.3                        | https://10.1.2.3          | false",
                "fd00::/8                     | https://[fd00::1]:8080    | true",
                "[fd00::1]:8080               | https://[fd00::1]:8080    | true",
                "fd00::2                      | https://[fd00::1]:8080    | false",
                "example.com, kubefate.net    | https://kubefate.net      | true",
                "example.com                  | https://localhost         | true",
                "example.com                  | https://127.0.0.2         | true",
                "example.com                  | https://[::1]:8080        | true",
                "example.com                  | https://kubefate.net      | false"
            })
    void connectsDirectlyToWhatNoProxyContains(String noProxy, URI address, boolean direct) {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://proxy:3128", "NO_PROXY", noProxy));

        assertThat(proxies.find(address).isEmpty()).isEqualTo(direct);
        assertThat(proxies.unused(address).isPresent()).isEqualTo(direct);
    }

    @Test
    void takesTheProxyOfTheScheme() {
        Proxies proxies = new Proxies(Map.of("http_proxy", "plain:1", "https_proxy", "http://encrypted"));

        assertThat(proxies.find(URI.create("http://kubefate.net")))
                .map(HttpProxy::address)
                .contains(InetSocketAddress.createUnresolved("plain", 1));
        assertThat(proxies.find(URI.create("https://kubefate.net")))
                .map(HttpProxy::address)
                .contains(InetSocketAddress.createUnresolved("encrypted", 80));
    }

    @Test
    void decodesThePasswordAndDoesNotShowIt() {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://ann:s%3Acret@proxy:3128"));

        assertThat(proxies.find(URI.create("https://kubefate.net"))).hasValueSatisfying(proxy -> {
            assertThat(proxy.authorization()).contains("Basic YW5uOnM6Y3JldA==");
            assertThat(proxy.toString()).isEqualTo("HttpProxy[proxy:3128 of HTTPS_PROXY]");
        });
    }
}
