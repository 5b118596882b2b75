package io.kubefate.plugin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.spi.ClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PullSecretsTest {

    @Test
    void eachNamedSecretIsGivenOnceAndInOrder() {
        assertThat(PullSecrets.of(spec("b", "a", "b"))).containsExactly(Map.of("name", "b"), Map.of("name", "a"));
    }

    @Test
    void entriesWithoutANameAreNone() {
        assertThat(PullSecrets.of(spec(""))).isEmpty();
        assertThat(PullSecrets.of(spec())).isEmpty();
    }

    private static ClusterSpec spec(String... names) {
        List<Map<String, String>> secrets =
                Stream.of(names).map(name -> Map.of("name", name)).toList();
        return new ClusterSpec(Map.of("imagePullSecrets", secrets));
    }
}
