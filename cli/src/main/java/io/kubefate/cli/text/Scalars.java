package io.kubefate.cli.text;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Texts, numbers, truth values and times in JSON. */
final class Scalars {

    private Scalars() {}

    /** {@return the value of a field that is not there, or null} */
    static @Nullable Object absent(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == boolean.class ? false : null;
    }

    /** Reads the value at the current token. */
    static @Nullable Object read(JsonParser json, Class<?> type) throws IOException {
        if (type == Void.class) {
            json.skipChildren();
            return null;
        }
        if (!json.currentToken().isScalarValue()) {
            throw mismatch(json, type);
        }
        if (type == String.class) {
            return json.getText();
        }
        if (type == int.class || type == Integer.class) {
            return json.getIntValue();
        }
        if (type == long.class || type == Long.class) {
            return json.getLongValue();
        }
        if (type == boolean.class || type == Boolean.class) {
            return json.getBooleanValue();
        }
        return time(json, type);
    }

    private static Object time(JsonParser json, Class<?> type) throws IOException {
        try {
            Instant time = Timestamp.parse(json.getText());
            if (type == Instant.class) {
                return time;
            }
            if (type == OffsetDateTime.class) {
                return time.atOffset(ZoneOffset.UTC);
            }
        } catch (DateTimeException e) {
            throw new IOException("not a time: " + json.getText(), e);
        }
        throw mismatch(json, type);
    }

    private static IOException mismatch(JsonParser json, Class<?> type) throws IOException {
        return new IOException(
                "not a " + type.getSimpleName() + ": " + json.currentToken() + " at " + json.currentTokenLocation());
    }
}
