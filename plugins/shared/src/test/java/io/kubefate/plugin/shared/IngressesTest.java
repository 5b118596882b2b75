package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngressesTest {

    @Test
    void onlyModulesWithHostsAreNamed() {
        ClusterSpec spec = new ClusterSpec(Map.of(
                "ingress",
                Map.of(
                        "fateboard", Map.of("hosts", List.of(Map.of("name", "a"), Map.of("name", "b"))),
                        "client", Map.of("hosts", List.of()))));

        assertThat(Ingresses.of(spec)).isEqualTo(Map.of("hosts", Map.of("fateboard", List.of("a", "b"))));
    }

    @Test
    void theClassIsThatOfAllIngresses() {
        assertThat(Ingresses.of(new ClusterSpec(Map.of("ingressClassName", "nginx"))))
                .isEqualTo(Map.of("hosts", Map.of(), "className", "nginx"));
    }
}
