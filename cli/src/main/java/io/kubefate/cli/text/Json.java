package io.kubefate.cli.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON. */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Slow to start, so it is only used for what {@link RecordReader} and {@link RecordWriter} cannot do. */
    private static final class Mapper {

        private static final ObjectMapper MAPPER = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
    }

    /**
     * Reads a value.
     *
     * @param json UTF-8 text
     * @throws IOException if the text is not JSON or does not match the type
     */
    @SuppressWarnings("unchecked")
    public static <T> T read(byte[] json, TypeReference<T> type) throws IOException {
        return (T) (type.getType() == JsonNode.class ? tree(json) : RecordReader.read(FACTORY, json, type.getType()));
    }

    /**
     * Reads JSON of any shape.
     *
     * @param json UTF-8 text
     * @return a missing node if the text is empty
     * @throws IOException if the text is not JSON
     */
    public static JsonNode tree(byte[] json) throws IOException {
        return Mapper.MAPPER.readTree(json);
    }

    /**
     * Converts a value to JSON of any shape.
     *
     * @param value a record of the API, or maps, lists and scalars
     */
    public static JsonNode node(Object value) {
        return Mapper.MAPPER.valueToTree(value);
    }

    /** {@return a node without a value, items or fields} */
    public static JsonNode missing() {
        return MissingNode.getInstance();
    }

    /**
     * Writes a value on one line.
     *
     * @param value a record of the API, or maps, lists and nodes
     * @return UTF-8 text
     */
    public static byte[] write(Object value) {
        try {
            return value instanceof Record
                    ? RecordWriter.write(FACTORY, value)
                    : Mapper.MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a value indented.
     *
     * @param value a record of the API, or maps, lists and scalars
     */
    public static String pretty(Object value) {
        try {
            return Mapper.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Converts records to plain values.
     *
     * @param value a record of the API, or a list of them
     * @return maps, lists and scalars, named as in the JSON
     */
    public static Object plain(Object value) {
        return Mapper.MAPPER.convertValue(value, Object.class);
    }
}
