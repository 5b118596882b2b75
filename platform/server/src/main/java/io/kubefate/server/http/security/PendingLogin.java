package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A login that the user completes at the identity provider.
 *
 * @param state the provider returns it, so that nobody else's login is completed in this browser
 * @param nonce the provider puts it into the ID token
 * @param verifier only who knows it can exchange the code (PKCE, RFC 7636)
 * @param redirect the address to which the provider sends the browser back
 * @param target where the console continues
 */
record PendingLogin(String state, String nonce, String verifier, String redirect, String target) {

    private static final int RANDOM_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    PendingLogin {
        requireNonNull(state, "state is null");
        requireNonNull(nonce, "nonce is null");
        requireNonNull(verifier, "verifier is null");
        requireNonNull(redirect, "redirect is null");
        requireNonNull(target, "target is null");
    }

    static PendingLogin begin(String redirect, String target) {
        SecureRandom random = new SecureRandom();
        return new PendingLogin(text(random), text(random), text(random), redirect, target);
    }

    /** {@return what proves the knowledge of the verifier without telling it} */
    String challenge() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return BASE64.encodeToString(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** {@return whether the provider answers to this login} */
    boolean hasState(String returned) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), returned.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }
}
