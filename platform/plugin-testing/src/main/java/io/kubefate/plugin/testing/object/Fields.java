package io.kubefate.plugin.testing.object;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads fields of an object; a value that is absent or has another type is empty. */
final class Fields {

    private Fields() {}

    /** {@return the text or number of a field as text, or empty text} */
    static String text(Map<String, Object> parent, String key) {
        Object value = parent.get(key);
        return value == null || value instanceof Map || value instanceof List ? "" : String.valueOf(value);
    }

    /** {@return the elements of a list that are maps} */
    @SuppressWarnings("unchecked") // keys that are no text are found by the rule of fields
    static List<Map<String, Object>> maps(Map<String, Object> parent, String key) {
        return elements(parent, key)
                .filter(Map.class::isInstance)
                .map(element -> (Map<String, Object>) element)
                .toList();
    }

    /** {@return the elements of a list that are text} */
    static List<String> texts(Map<String, Object> parent, String key) {
        return elements(parent, key)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static Stream<?> elements(Map<String, Object> parent, String key) {
        return parent.get(key) instanceof List<?> list ? list.stream() : Stream.empty();
    }
}
