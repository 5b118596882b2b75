package io.kubefate.plugin.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model contains only maps with text as keys, lists, text, numbers and booleans. */
final class PlainModel {

    private static final Set<Class<?>> SCALARS = Set.of(
            String.class,
            Boolean.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            Double.class,
            BigDecimal.class,
            Byte.class,
            Short.class,
            Float.class);

    private PlainModel() {}

    /** {@return a sentence for each value of another type} */
    static List<String> violations(Map<String, Object> model) {
        List<String> found = new ArrayList<>();
        collect("model", model, found);
        return found;
    }

    private static void collect(String at, Object value, List<String> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> {
                if (!(key instanceof String)) {
                    found.add(at + " has the key " + key + ", which is not text");
                }
                collect(at + "." + key, child, found);
            });
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(element -> collect(at + "[]", element, found));
            return;
        }
        if (value == null || !SCALARS.contains(value.getClass())) {
            found.add(at + " is "
                    + (value == null
                            ? "null; omit the key"
                            : value.getClass().getName() + "; a model holds maps, lists, text, numbers and booleans"));
        }
    }
}
