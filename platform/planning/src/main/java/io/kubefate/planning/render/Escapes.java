package io.kubefate.planning.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;

/** From a value's text to what may stand in a file. */
final class Escapes {

    private static final JsonMapper JSON = new JsonMapper();

    /** Characters that JSON takes as they are and YAML does not: C1 controls, line and paragraph separator, byte order mark. */
    private static final Pattern YAML_SPECIALS = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff]");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u2028\\u2029]");

    private Escapes() {}

    /** Any value as JSON on one line, which is YAML as well. */
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

    /** A value of a Java properties file: the backslash is its escape character. */
    static String properties(String text) {
        return line(text).replace("\\", "\\\\");
    }

    /** A string literal of MySQL. */
    static String sql(String text) {
        return "'" + line(text).replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** An identifier of MySQL. */
    static String sqlIdentifier(String text) {
        return "`" + line(text).replace("`", "``") + "`";
    }

    /** A word of a POSIX shell. */
    static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Text for a file whose syntax is not known here: at least it cannot begin a new line. */
    static String line(String text) {
        if (CONTROL.matcher(text).find()) {
            throw new UnprintableValueException(
                    "a value with a line break or another control character cannot stand in this file");
        }
        return text;
    }
}
