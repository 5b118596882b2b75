package io.kubefate.plugin.testing.object;

import org.jspecify.annotations.Nullable;

/** Values in messages: without control characters or line breaks, and shortened. */
public final class Quoted {

    private static final int LONG = 80;
    private static final int BEGINNING = 40;

    private Quoted() {}

    /**
     * Formats a value.
     *
     * @param value text, number, map or null
     * @return text in quotes with escapes, other values as they print; shortened if long
     */
    public static String value(@Nullable Object value) {
        String text = String.valueOf(value);
        String shortened = text.length() > LONG ? text.substring(0, BEGINNING) + "…" : text;
        String shown =
                value instanceof String ? "\"" + escaped(shortened.replace("\"", "\\\"")) + "\"" : escaped(shortened);
        return text.length() > LONG ? shown + " (" + text.length() + " characters)" : shown;
    }

    /**
     * Escapes a sentence that contains values.
     *
     * @param text any text
     * @return the sentence with escapes for all but printable ASCII and the ellipsis
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            if (c >= ' ' && c <= '~' || c == '…') {
                escaped.append((char) c);
            } else {
                escaped.append(String.format("\\u%04x", c));
            }
        });
        return escaped.toString();
    }
}
