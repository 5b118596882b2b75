package io.kubefate.planning.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;

/** Escapes a value's text for each type of file. */
final class Escapes {

    private static final JsonMapper JSON = new JsonMapper();

    /** Characters that are valid unescaped in JSON but not in YAML: C1 controls, line and paragraph separator, byte order mark. */
    private static final Pattern YAML_SPECIALS = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff]");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u2028\\u2029]");

    private Escapes() {}

    /** Returns a value as JSON on one line, which is also YAML. */
    static String json(Object value) {
        try {
            String json = JSON.writeValueAsString(value);
            return YAML_SPECIALS
                    .matcher(json)
                    .replaceAll(match ->
                            String.format("\\\\u%04x", (int) match.group().charAt(0)));
        } catch (JsonProcessingException e) {
            throw new UnprintableValueException("cannot be written as JSON: " + e.getOriginalMessage());
        }
    }

    /** Returns a value of a Java properties file, in which the backslash is the escape character. */
    static String properties(String text) {
        return line(text).replace("\\", "\\\\");
    }

    /** Returns a string literal of MySQL. */
    static String sql(String text) {
        return "'" + line(text).replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Returns an identifier of MySQL. */
    static String sqlIdentifier(String text) {
        return "`" + line(text).replace("`", "``") + "`";
    }

    /** Returns a quoted word of a POSIX shell. */
    static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Returns text for a file of unknown syntax; rejects line breaks, because no escaping is known. */
    static String line(String text) {
        if (CONTROL.matcher(text).find()) {
            throw new UnprintableValueException(
                    "a value with a line break or another control character is not allowed in this file");
        }
        return text;
    }
}
