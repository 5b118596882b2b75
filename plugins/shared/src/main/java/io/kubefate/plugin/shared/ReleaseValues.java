package io.kubefate.plugin.shared;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a Helm release, or a map in them, from which a cluster.yaml is derived. The original writes a key of the cluster.yaml that
 * is absent as null, empty text or an empty map, so these count as absent.
 *
 * @param values as in Helm's record
 */
public record ReleaseValues(Map<String, Object> values) {

    public ReleaseValues {
        requireNonNull(values, "values is null");
    }

    /** {@return the map of a key; empty if it is absent} */
    @SuppressWarnings("unchecked") // JSON maps have string keys
    public ReleaseValues in(String key) {
        return new ReleaseValues(values.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
    }

    /** {@return the value of a key; empty if it is absent} */
    public Optional<Object> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !isEmpty(value));
    }

    public boolean isTrue(String key) {
        return "true".equals(String.valueOf(values.get(key)));
    }

    /** {@return these keys with their values, without those that are absent} */
    public Map<String, Object> only(String... keys) {
        Map<String, Object> found = new LinkedHashMap<>();
        for (String key : keys) {
            find(key).ifPresent(value -> found.put(key, value));
        }
        return found;
    }

    /** {@return the maps in a list, each with these keys only} */
    public List<Map<String, Object>> each(String key, String... keys) {
        return values.get(key) instanceof Collection<?> items
                ? items.stream()
                        .map(item -> new ReleaseValues(Map.of("", item)).in("").only(keys))
                        .toList()
                : List.of();
    }

    /** Adds a key to a cluster.yaml unless its value is empty. */
    public static void put(Map<String, Object> spec, String key, Object value) {
        if (!isEmpty(value)) {
            spec.put(key, value);
        }
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof String text && text.isBlank();
    }
}
