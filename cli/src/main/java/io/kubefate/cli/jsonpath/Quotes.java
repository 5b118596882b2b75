package io.kubefate.cli.jsonpath;

/** Texts in single or double quotes. */
final class Quotes {

    private Quotes() {}

    static boolean isQuoted(String text) {
        return text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
    }

    /** {@return the text without quotes and escapes} */
    static String unquote(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char character = quoted.charAt(i);
            boolean escaped = character == '\\' && i < quoted.length() - 2;
            text.append(escaped ? escape(quoted.charAt(++i)) : character);
        }
        return text.toString();
    }

    private static char escape(char character) {
        return switch (character) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> character;
        };
    }
}
