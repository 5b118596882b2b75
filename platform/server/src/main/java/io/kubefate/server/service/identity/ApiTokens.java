package io.kubefate.server.service.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The form of API tokens. */
public final class ApiTokens {

    private static final String PREFIX = "kft_";
    private static final int BYTES = 32;

    private ApiTokens() {}

    /** {@return a new token} */
    static String random() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** {@return whether a text has the form of an API token, and not of a JSON Web Token} */
    public static boolean isApiToken(String text) {
        return text.startsWith(PREFIX);
    }

    /** {@return the hash under which a token is stored. A token is random, so it needs no salt} */
    public static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
