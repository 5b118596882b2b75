package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.kubernetes.WriteGuard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GuardedBodyTest {

    private static final byte[] CONTENT = "{\"kind\":\"ConfigMap\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void canBeSentAgain() throws IOException {
        GuardedBody body = new GuardedBody(CONTENT, WriteGuard.OPEN);

        assertThat(body.readAllBytes()).isEqualTo(CONTENT);
        assertThat(body.readAllBytes()).isEqualTo(CONTENT);
    }

    @Test
    void hasNoByteOnceTheGuardRejects() {
        RuntimeException rejection = new IllegalStateException("too late");
        GuardedBody body = new GuardedBody(CONTENT, () -> {
            throw rejection;
        });

        assertThatThrownBy(body::read).isInstanceOf(IOException.class);
        assertThat(body.refusal()).containsSame(rejection);
    }
}
