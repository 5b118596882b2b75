package io.kubefate.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster.yaml as data: nested maps with string keys, lists, strings, whole and decimal numbers, booleans and nulls. Whole
 * numbers are {@link Long}, or {@link java.math.BigInteger} beyond its range; decimal numbers are {@link java.math.BigDecimal}. Only
 * decimal notation is a number: {@code 0x1f}, {@code 1e5} and {@code 2020-11-13} are text. {@code yes} and {@code on} are true.
 *
 * <p>Only {@link #values()} distinguishes a key that is absent from one that is null; every accessor treats them alike. The accessors
 * read the file as it was written; {@link #withDefaults()} adds the defaults of the release's schema. Maps keep the file's order. An
 * instance is unmodifiable and may be shared between threads.
 *
 * @param values the document's top level, deeply unmodifiable
 * @param valuesWithDefaults the same with the defaults of the schema, deeply unmodifiable
 */
public record ClusterSpec(Map<String, Object> values, Map<String, Object> valuesWithDefaults) {

    /** Copies the maps and lists. */
    public ClusterSpec {
        values = copy(values);
        valuesWithDefaults = copy(valuesWithDefaults);
    }

    /**
     * Data without defaults.
     *
     * @param values the document's top level, or a map inside of it
     */
    public ClusterSpec(Map<String, Object> values) {
        this(values, values);
    }

    /**
     * {@return this cluster.yaml with the defaults of the release's schema: a key that is absent, null or empty text has its
     * {@code default}}
     */
    public ClusterSpec withDefaults() {
        return new ClusterSpec(valuesWithDefaults);
    }

    /** {@return the cluster's name, or empty text} */
    public String name() {
        return text("name").orElse("");
    }

    /** {@return the Kubernetes namespace, or empty text} */
    public String namespace() {
        return text("namespace").orElse("");
    }

    /** {@return the chart's name, for example {@code fate}, or empty text} */
    public String chartName() {
        return text("chartName").orElse("");
    }

    /** {@return the chart's version, for example {@code v1.5.0}, or empty text} */
    public String chartVersion() {
        return text("chartVersion").orElse("");
    }

    /** {@return the names under {@code modules}, empty if there are none} */
    public List<String> modules() {
        return list("modules").stream().map(String::valueOf).toList();
    }

    /**
     * Whether a module is switched on.
     *
     * @param module its name
     * @return true if {@code modules} lists it
     */
    public boolean hasModule(String module) {
        return modules().contains(module);
    }

    /**
     * Follows keys down the maps.
     *
     * @param keys for example {@code "rollsite", "exchange", "ip"}
     * @return the value, or empty if any step is absent, null or not in a map
     */
    public Optional<Object> find(String... keys) {
        Object value = values;
        for (String key : keys) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(value);
    }

    /**
     * A scalar as text; a number as its digits, whatever its size, a boolean as {@code true} or {@code false}.
     *
     * @param keys as in {@link #find}
     * @return its text, or empty if it is absent, null, empty text, a map or a list
     */
    public Optional<String> text(String... keys) {
        return find(keys)
                .filter(value -> !(value instanceof Map) && !(value instanceof List))
                .map(String::valueOf)
                .filter(text -> !text.isEmpty());
    }

    /**
     * A map.
     *
     * @param keys as in {@link #find}
     * @return the map without its keys whose value is null, in the file's order; empty if it is absent or not a map
     */
    public Map<String, Object> map(String... keys) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (find(keys).orElse(null) instanceof Map<?, ?> found) {
            found.forEach((key, value) -> {
                if (value != null) {
                    map.put((String) key, value);
                }
            });
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * A list. Elements that are maps can be read as a {@code ClusterSpec} of their own: {@code new ClusterSpec(map)}.
     *
     * @param keys as in {@link #find}
     * @return the list with its nulls, in the file's order; empty if it is absent or not a list
     */
    @SuppressWarnings("unchecked") // every list is a list of objects
    public List<Object> list(String... keys) {
        return find(keys)
                .filter(List.class::isInstance)
                .map(value -> (List<Object>) value)
                .orElse(List.of());
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), copyValue(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object copyValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copyValue(element)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }
}
