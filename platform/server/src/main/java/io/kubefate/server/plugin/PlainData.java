package io.kubefate.server.plugin;

import io.kubefate.server.plugin.PluginGuard.UnusableResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies the model of a plugin. Accepts only types of the JDK, so that objects of a plugin's classes do not reach a cache of the
 * host and keep an unloaded plugin in memory.
 */
final class PlainData {

    private static final Set<Class<?>> SCALARS = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            BigInteger.class,
            Float.class,
            Double.class,
            BigDecimal.class);

    private PlainData() {}

    /**
     * Copies a model deeply. Omits keys with null values, since templates do not distinguish them.
     *
     * @param model nested maps with string keys, lists, strings, numbers and booleans
     * @return an unmodifiable copy in the same order
     */
    static Map<String, Object> copy(Map<String, Object> model) {
        return copyMap("", model);
    }

    private static Map<String, Object> copyMap(String path, Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new UnusableResult("a key below \"" + path + "\" is not a string");
            }
            if (value != null) {
                copy.put(name, copyValue(path.isEmpty() ? name : path + "." + name, value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyValue(String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyMap(path, map);
        }
        if (value instanceof List<?> list) {
            return copyList(path, list);
        }
        if (value == null || !SCALARS.contains(value.getClass())) {
            throw new UnusableResult(path + " is "
                    + (value == null ? "null" : "a " + value.getClass().getName())
                    + "; a model holds maps, lists, strings, numbers and booleans");
        }
        return value;
    }

    private static List<Object> copyList(String path, List<?> list) {
        List<Object> copy = new ArrayList<>();
        for (Object element : list) {
            copy.add(copyValue(path + "[" + copy.size() + "]", element));
        }
        return Collections.unmodifiableList(copy);
    }
}
