package io.kubefate.cli.jsonpath;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A part of a template.
 *
 * @param start the index of its first character
 * @param end the index behind its last character
 */
record Excerpt(String template, int start, int end) {

    Excerpt {
        requireNonNull(template, "template is null");
    }

    static Excerpt of(String template) {
        return new Excerpt(template, 0, template.length());
    }

    String text() {
        return template.substring(start, end);
    }

    /** {@return the part of the template between two indexes, without space around it} */
    Excerpt between(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && Character.isWhitespace(template.charAt(first))) {
            first++;
        }
        while (first < last && Character.isWhitespace(template.charAt(last - 1))) {
            last--;
        }
        return new Excerpt(template, first, last);
    }

    /** {@return the index of a text outside of quotes and nested brackets} */
    OptionalInt find(int from, String wanted) {
        char quote = 0;
        int depth = 0;
        for (int i = from; i < end; i++) {
            char character = template.charAt(i);
            if (quote != 0 && character == '\\') {
                i++;
            } else if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (depth == 0 && template.startsWith(wanted, i)) {
                return OptionalInt.of(i);
            } else if (character == '[' || character == ']') {
                depth += character == '[' ? 1 : -1;
            } else if (character == '"' || character == '\'') {
                quote = character;
            }
        }
        return OptionalInt.empty();
    }

    /** {@return the parts between the separators that are outside of quotes and brackets} */
    List<Excerpt> split(String separator) {
        List<Excerpt> parts = new ArrayList<>();
        int next = start;
        for (OptionalInt at = find(next, separator); at.isPresent(); at = find(next, separator)) {
            parts.add(between(next, at.getAsInt()));
            next = at.getAsInt() + separator.length();
        }
        parts.add(between(next, end));
        return parts;
    }

    boolean isQuoted() {
        return Quotes.isQuoted(text());
    }

    /** {@return the text without quotes and escapes, if it is in quotes} */
    String unquoted() {
        return isQuoted() ? Quotes.unquote(text()) : text();
    }

    JsonPathException invalid(String reason) {
        return invalid(start, reason);
    }

    /** {@return an error that shows the template from an index on} */
    JsonPathException invalid(int position, String reason) {
        String place = position < template.length()
                ? "character " + (position + 1) + " (" + template.substring(position) + ")"
                : "its end";
        return new JsonPathException("invalid jsonpath " + template + " at " + place + ": " + reason);
    }
}
