package io.kubefate.server.store.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;

/** Text columns that hold JSON. */
public final class JsonColumn {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonColumn() {}

    /** Lets statements bind values of these types, and rows contain them, as JSON text. */
    public static void register(Jdbi jdbi, Class<?>... types) {
        for (Class<?> type : types) {
            register(jdbi, type);
        }
    }

    private static <T> void register(Jdbi jdbi, Class<T> type) {
        ArgumentFactory arguments =
                (expected, value, config) -> expected == type ? Optional.of(argument(write(value))) : Optional.empty();
        jdbi.registerArgument(arguments);
        jdbi.registerColumnMapper(type, (row, column, context) -> read(row.getString(column), type));
    }

    /**
     * To a column.
     *
     * @param value records, maps, lists and scalars
     * @return JSON text
     */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot be written as JSON: " + value.getClass().getName(), e);
        }
    }

    /**
     * From a column.
     *
     * @param text what {@link #write} gave, or empty text
     * @param type what it was
     * @param empty what empty text stands for
     * @return the value
     * @param <T> its type
     */
    public static <T> T read(String text, TypeReference<T> type, T empty) {
        if (text.isEmpty()) {
            return empty;
        }
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds JSON that this version cannot read", e);
        }
    }

    private static Argument argument(String text) {
        return (position, statement, context) -> statement.setString(position, text);
    }

    /** From a column, as {@link #write} wrote it. */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the database holds a " + type.getSimpleName() + " that this version cannot read", e);
        }
    }
}
