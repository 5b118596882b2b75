package io.kubefate.server.store.audit;

/** Text from requests, which can contain anything. */
final class StoredText {

    private StoredText() {}

    /** Returns a text that fits into a column, and that no terminal takes for a command: control characters become {@code ?}. */
    static String of(String text, int length) {
        String first = text.substring(0, Math.min(length, text.length()));
        return first.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?"); // also half of a character at the end
    }
}
