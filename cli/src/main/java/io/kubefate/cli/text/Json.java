package io.kubefate.cli.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The API's records to JSON and back. Loaded only by commands that talk to the service, because it is slow to start. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    /**
     * Reads a value.
     *
     * @param json UTF-8 text
     * @param type what to make of it
     * @param <T> what to make of it
     * @return the value
     * @throws IOException if it is no JSON or does not fit the type
     */
    public static <T> T read(byte[] json, TypeReference<T> type) throws IOException {
        return MAPPER.readValue(json, type);
    }

    /**
     * Reads JSON of any shape.
     *
     * @param json UTF-8 text
     * @return its tree; a missing node if the text is empty
     * @throws IOException if it is no JSON
     */
    public static JsonNode tree(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** {@return the tree that stands for "no JSON at all"} */
    public static JsonNode missing() {
        return MissingNode.getInstance();
    }

    /**
     * Writes a value on one line.
     *
     * @param value a record of the API, or maps, lists and scalars
     * @return UTF-8 text
     */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a value for people.
     *
     * @param value a record of the API, or maps, lists and scalars
     * @return indented text
     */
    public static String pretty(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Turns records into what any format can write.
     *
     * @param value a record of the API, or a list of them
     * @return maps, lists and scalars, named as in the JSON
     */
    public static Object plain(Object value) {
        return MAPPER.convertValue(value, Object.class);
    }
}
