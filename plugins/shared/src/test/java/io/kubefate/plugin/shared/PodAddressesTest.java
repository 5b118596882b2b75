package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.spi.ClusterSpec;
import io.kubefate.spi.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodAddressesTest {

    private static final PodAddresses ADDRESSES =
            new PodAddresses(List.of("ip", "list[].ip", "routes.*.host", "routes.*.*[].host"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "::1",
                "localhost",
                "LocalHost.",
                "a.localhost",
                "localhost.localdomain"
            })
    void aLoopbackAddressIsThePodItself(String host) {
        assertThat(ADDRESSES.loopback(new ClusterSpec(Map.of("ip", host))))
                .containsExactly(
                        Problem.warning("ip", host + " is the pod itself; write the address of a node or a host name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.0.1", "12.7.0.1", "10.0.0.0", "localhost.example.org", "mylocalhost", "mysql", ""})
    void othersAreNot(String host) {
        assertThat(ADDRESSES.loopback(new ClusterSpec(Map.of("ip", host)))).isEmpty();
    }

    @Test
    void findsThemInListsAndMaps() {
        ClusterSpec spec = new ClusterSpec(Map.of(
                "list", List.of(Map.of("ip", "a"), Map.of("ip", "127.0.0.1"), "text"),
                "routes", Map.of("9999", Map.of("host", "localhost", "proxy", List.of(Map.of("host", "::1"))))));

        assertThat(ADDRESSES.loopback(spec))
                .extracting(Problem::path)
                .containsExactly("list[1].ip", "routes.9999.host", "routes.9999.proxy[0].host");
    }
}
