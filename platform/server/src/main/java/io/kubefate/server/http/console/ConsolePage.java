package io.kubefate.server.http.console;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * One answer with the document of the console.
 *
 * @param html the document
 * @param nonce permits the style elements that the scripts of this document create
 */
record ConsolePage(String html, String nonce) {

    private static final String PLACEHOLDER = "__CSP_NONCE__";
    private static final int NONCE_BYTES = 16;

    ConsolePage {
        requireNonNull(html, "html is null");
        requireNonNull(nonce, "nonce is null");
    }

    /** {@return an answer whose nonce nobody can guess} */
    static ConsolePage of(String document, SecureRandom random) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        return new ConsolePage(document.replace(PLACEHOLDER, nonce), nonce);
    }

    /** {@return the document that a build without the console has} */
    static String absent() throws IOException {
        try (InputStream file = requireNonNull(
                ConsolePage.class.getResourceAsStream("/io/kubefate/server/console/absent.html"), "no document")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
