package io.kubefate.plugin.fate20.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Maps of a cluster.yaml that templates print as they are, for example an affinity. */
final class PlainValues {

    private PlainValues() {}

    /** {@return a copy without the keys that have no value: null, empty text, or maps in which no key has one} */
    static Map<String, Object> of(Map<?, ?> map) {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            Object copy = copy(value);
            if (copy != null) {
                plain.put(String.valueOf(key), copy);
            }
        });
        return plain;
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = of(map);
            return plain.isEmpty() ? null : plain;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PlainValues::copy).filter(Objects::nonNull).toList();
        }
        return "".equals(value) ? null : value;
    }
}
