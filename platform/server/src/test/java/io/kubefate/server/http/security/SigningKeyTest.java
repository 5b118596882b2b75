package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.configuration.JwtConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final JwtConfiguration NO_KEY = new JwtConfiguration(Optional.empty(), null, null);

    @Test
    void usesTheConfiguredKey() {
        String key = "k".repeat(32);
        AtomicReference<String> database = new AtomicReference<>();

        assertThat(SigningKey.find(new JwtConfiguration(Optional.of(key), null, null), store(database))
                        .getEncoded())
                .isEqualTo(key.getBytes(StandardCharsets.UTF_8));
        assertThat(database).hasNullValue();
    }

    @Test
    void allReplicasUseTheKeyThatWasGeneratedFirst() {
        UnaryOperator<String> database = store(new AtomicReference<>());

        byte[] first = SigningKey.find(NO_KEY, database).getEncoded();

        assertThat(first).hasSizeGreaterThanOrEqualTo(32);
        assertThat(SigningKey.find(NO_KEY, database).getEncoded()).isEqualTo(first);
    }

    @Test
    void everyDatabaseHasAnotherKey() {
        assertThat(SigningKey.find(NO_KEY, store(new AtomicReference<>())).getEncoded())
                .isNotEqualTo(
                        SigningKey.find(NO_KEY, store(new AtomicReference<>())).getEncoded());
    }

    private static UnaryOperator<String> store(AtomicReference<String> content) {
        return proposal -> {
            content.compareAndSet(null, proposal);
            return content.get();
        };
    }
}
