package io.kubefate.server.service.identity;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

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
        return Hashing.sha256().hashString(token, StandardCharsets.UTF_8).toString();
    }
}
