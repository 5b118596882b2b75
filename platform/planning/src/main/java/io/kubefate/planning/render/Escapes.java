package io.kubefate.planning.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Pattern;

/** Escapes a value's text for each type of file. */
final class Escapes {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\u2028\\u2029]");

    private Escapes() {}

    /** Returns a value as JSON on one line, which is also YAML. */
    static String json(Object value) {
        try {
            String json = JSON.writeValueAsString(value);
            return json.chars().noneMatch(Escapes::isYamlSpecial) ? json : escapeYamlSpecials(json);
        } catch (JsonProcessingException e) {
            throw new UnprintableValueException("cannot be written as JSON: " + e.getOriginalMessage());
        }
    }

    /** Tells a character that is valid unescaped in JSON but not in YAML: C1 controls, line and paragraph separator, byte order mark. */
    private static boolean isYamlSpecial(int character) {
        return character >= 0x7f && character <= 0x9f
                || character == 0x2028
                || character == 0x2029
                || character == 0xfeff;
    }

    private static String escapeYamlSpecials(String json) {
        StringBuilder escaped = new StringBuilder();
        json.chars().forEach(character -> {
            if (isYamlSpecial(character)) {
                escaped.append(String.format("\\u%04x", character));
            } else {
                escaped.append((char) character);
            }
        });
        return escaped.toString();
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
