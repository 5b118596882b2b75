package io.kubefate.cli.jsonpath;

import java.util.Optional;

/** Texts in single or double quotes. */
final class Quotes {

    private Quotes() {}

    /**
     * Finds a character outside of quotes and nested brackets.
     *
     * @return its index; empty if there is none
     */
    static Optional<Integer> find(String text, int start, char wanted) {
        char quote = 0;
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (quote != 0 && character == '\\') {
                i++;
            } else if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == wanted && depth == 0) {
                return Optional.of(i);
            } else if (character == '[' || character == ']') {
                depth += character == '[' ? 1 : -1;
            } else if (character == '"' || character == '\'') {
                quote = character;
            }
        }
        return Optional.empty();
    }

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
