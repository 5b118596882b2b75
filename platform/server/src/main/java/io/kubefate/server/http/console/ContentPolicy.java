package io.kubefate.server.http.console;

/** What the browser may load into the console. The default includes scripts, workers, connections and WebSockets. */
final class ContentPolicy {

    static final String HEADER = "Content-Security-Policy";

    private static final String OWN = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    private ContentPolicy() {}

    /** {@return the policy of an asset; a worker has that of its script} */
    static String ofAsset() {
        return OWN;
    }

    /** {@return the policy of a page; its editor and its terminal create style elements with the nonce} */
    static String ofPage(String nonce) {
        return OWN + "; style-src 'self' 'nonce-" + nonce + "'";
    }
}
