package io.kubefate.server.http.security;

import io.kubefate.server.configuration.JwtConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Finds the key that signs tokens. All replicas have the same one, and it survives restarts, so tokens do, too. */
public final class SigningKey {

    private static final int BYTES = 32;

    private SigningKey() {}

    /**
     * Returns the configured key, or the one that was generated first.
     *
     * @param generated stores a new key if there is none yet, and returns the stored one
     * @return an HMAC-SHA256 key
     */
    public static SecretKey find(JwtConfiguration jwt, UnaryOperator<String> generated) {
        String key = jwt.key().orElseGet(() -> generated.apply(random()));
        return new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
