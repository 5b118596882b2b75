package io.kubefate.plugin.testing.object;

/** Values in messages: nothing in them rings a bell, begins a line or fills a screen. */
public final class Shown {

    private static final int LONG = 80;
    private static final int BEGINNING = 40;

    private Shown() {}

    /**
     * A value.
     *
     * @param value text, number, map or null
     * @return text in quotes with escapes, all else as it prints; shortened where it is long
     */
    public static String value(Object value) {
        String text = String.valueOf(value);
        String shortened = text.length() > LONG ? text.substring(0, BEGINNING) + "…" : text;
        String shown =
                value instanceof String ? "\"" + escaped(shortened.replace("\"", "\\\"")) + "\"" : escaped(shortened);
        return text.length() > LONG ? shown + " (" + text.length() + " characters)" : shown;
    }

    /**
     * A sentence that has values in it.
     *
     * @param text any text
     * @return the same with escapes for what is no printable ASCII or one of our own signs
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
