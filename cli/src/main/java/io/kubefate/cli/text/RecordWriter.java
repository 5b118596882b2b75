package io.kubefate.cli.text;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the records of the API, as {@link RecordReader} reads them. */
final class RecordWriter {

    private final JsonGenerator json;

    private RecordWriter(JsonGenerator json) {
        this.json = requireNonNull(json, "json is null");
    }

    /**
     * Writes a value on one line.
     *
     * @param value a record of the API, or maps, lists and scalars
     * @return UTF-8 text
     */
    static byte[] write(JsonFactory factory, Object value) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (JsonGenerator json = factory.createGenerator(text)) {
            new RecordWriter(json).write(value);
        }
        return text.toByteArray();
    }

    private void write(@Nullable Object value) throws IOException {
        if (value instanceof Record) {
            writeRecord(value);
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                write(entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(element);
            }
            json.writeEndArray();
        } else {
            writeScalar(value);
        }
    }

    private void writeRecord(Object value) throws IOException {
        json.writeStartObject();
        for (RecordFormat.Field field : new RecordFormat(value.getClass()).fields()) {
            Object component = field.valueIn(value);
            if (isWritten(field.include(), component)) {
                json.writeFieldName(field.name());
                write(component);
            }
        }
        json.writeEndObject();
    }

    private static boolean isWritten(JsonInclude.Include include, @Nullable Object value) {
        return switch (include) {
            case NON_NULL -> value != null;
            case NON_EMPTY -> value != null && !isEmpty(value);
            default -> true;
        };
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof CharSequence text && text.isEmpty();
    }

    private void writeScalar(@Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else {
            json.writeString(value.toString()); // a time, too
        }
    }
}
