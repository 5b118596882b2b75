package io.kubefate.server.kubernetes.fabric;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts dumps of Go structures, which the API server writes into messages about invalid objects. */
final class GoValues {

    /** A type such as {@code []core.EnvVar} or {@code map[string]string} and a brace, with the blanks before, some of them non-breaking. */
    private static final Pattern START = Pattern.compile(
            "[\\s\\u00a0]*+[&*\\[\\]]*+(?:map\\[\\w{1,80}+\\][\\[\\]*]*+)?+(?:\\w{1,80}+\\.\\w{1,80}+|string)\\{");

    private GoValues() {}

    /**
     * Returns a message in one line without dumps.
     *
     * @param message for example the API server's on an invalid selector
     * @return the message with {@code …} in place of a value, and nothing in place of a block at the end
     */
    static String cut(String message) {
        StringBuilder text = new StringBuilder();
        Matcher start = START.matcher(message);
        int position = 0;
        while (start.find(position)) {
            text.append(message, position, start.start());
            position = end(message, start.end());
            if (!start.group().contains("\n")) {
                text.append(" …");
            }
        }
        return text.append(message, position, message.length()).toString().strip();
    }

    /** Returns the position after the brace that closes the one before {@code from}. */
    private static int end(String message, int from) {
        int depth = 1;
        boolean quoted = false;
        int position = from;
        while (position < message.length() && depth > 0) {
            char character = message.charAt(position++);
            if (character == '\\' && quoted) {
                position++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            }
        }
        return Math.min(position, message.length());
    }
}
