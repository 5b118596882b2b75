package io.kubefate.server.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What the service keeps in cookies. */
class SealTest {

    private static final SecretKey KEY = key("a key of thirty-two bytes or more");

    private final Seal seal = new Seal(KEY, "purpose", Clock.systemUTC());

    @Test
    void anotherReplicaReadsIt() {
        assertThat(opened(new Seal(KEY, "purpose", Clock.systemUTC()))).hasValue("secret");
    }

    @Test
    void itCannotBeRead() {
        assertThat(sealed()).doesNotContain("secret", "c2VjcmV0");
    }

    @Test
    void itIsOfNoUseForAnotherPurposeOrWithAnotherKey() {
        assertThat(opened(new Seal(KEY, "other", Clock.systemUTC()))).isEmpty();
        assertThat(opened(new Seal(key("another key of thirty-two bytes"), "purpose", Clock.systemUTC())))
                .isEmpty();
    }

    @Test
    void itExpires() {
        Clock earlier = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
        String old = new Seal(KEY, "purpose", earlier).seal(Map.of("text", "secret"), Duration.ofMinutes(10));

        assertThat(seal.open(old)).isEmpty();
    }

    @Test
    void anythingElseIsRefused() {
        String sealed = sealed();

        assertThat(seal.open("")).isEmpty();
        assertThat(seal.open("x.y.z")).isEmpty();
        assertThat(seal.open(sealed.substring(0, sealed.length() - 3) + "AAA")).isEmpty();
    }

    @Test
    void aTokenOfASessionIsNotSealed() {
        String token = new Tokens(KEY, Duration.ofMinutes(30), Duration.ofHours(12), Clock.systemUTC())
                .issue("admin", "")
                .text();

        assertThat(seal.open(token)).isEmpty();
    }

    private String sealed() {
        return seal.seal(Map.of("text", "secret"), Duration.ofMinutes(10));
    }

    private Optional<String> opened(Seal other) {
        return other.open(sealed()).map(claims -> Seal.text(claims, "text"));
    }

    private static SecretKey key(String text) {
        return new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }
}
