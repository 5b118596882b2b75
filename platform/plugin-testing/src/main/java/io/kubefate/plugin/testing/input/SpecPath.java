package io.kubefate.plugin.testing.input;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A path in a cluster.yaml.
 *
 * @param steps keys as text, indexes as whole numbers
 */
public record SpecPath(List<Object> steps) {

    /** The whole file. */
    public static final SpecPath ROOT = new SpecPath(List.of());

    public SpecPath {
        steps = List.copyOf(steps);
    }

    /**
     * Returns the path of a child.
     *
     * @param step a key or an index
     * @return its path
     */
    public SpecPath then(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new SpecPath(longer);
    }

    /** {@return the path of the parent} */
    public SpecPath parent() {
        return new SpecPath(steps.subList(0, steps.size() - 1));
    }

    /** {@return the last key or index} */
    public Object last() {
        return steps.get(steps.size() - 1);
    }

    /**
     * Returns the value at this path.
     *
     * @param values a cluster.yaml
     * @return the value, or null if it is absent or null
     */
    public @Nullable Object in(Map<String, Object> values) {
        Object value = values;
        for (Object step : steps) {
            value = child(value, step);
        }
        return value;
    }

    /**
     * Sets the value at this path. Creates missing maps; lists must be long enough.
     *
     * @param values a cluster.yaml, which is not changed
     * @param value what to write; null writes a key without a value
     * @return a changed copy
     */
    public Map<String, Object> put(Map<String, Object> values, @Nullable Object value) {
        return steps.isEmpty()
                ? asMap(requireNonNull(value, "value is null"))
                : edited(values, map -> map.put((String) last(), value), list -> list.set((Integer) last(), value));
    }

    /**
     * Removes the value at this path.
     *
     * @param values a cluster.yaml, which is not changed
     * @return a changed copy
     */
    public Map<String, Object> remove(Map<String, Object> values) {
        return edited(values, map -> map.remove(last()), list -> list.remove(((Integer) last()).intValue()));
    }

    /**
     * Renames the key at this path.
     *
     * @param values a cluster.yaml, which is not changed
     * @param name the other name
     * @return a changed copy
     */
    public Map<String, Object> rename(Map<String, Object> values, String name) {
        return edited(values, map -> map.put(name, map.remove(last())), list -> {});
    }

    /** {@return the path as in problems: {@code rollsite.partyList[0].partyIp}} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    private static @Nullable Object child(@Nullable Object value, Object step) {
        if (value instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (value instanceof List<?> list && step instanceof Integer index && index < list.size()) {
            return list.get(index);
        }
        return null;
    }

    private Map<String, Object> edited(
            Map<String, Object> values, Consumer<Map<String, Object>> inMap, Consumer<List<Object>> inList) {
        return asMap(edited(values, 0, inMap, inList));
    }

    private Object edited(
            @Nullable Object value, int depth, Consumer<Map<String, Object>> inMap, Consumer<List<Object>> inList) {
        boolean here = depth == steps.size() - 1;
        if (steps.get(depth) instanceof Integer index) {
            List<Object> copy = new ArrayList<>(value instanceof List<?> list ? list : List.of());
            if (here) {
                inList.accept(copy);
            } else {
                copy.set(index, edited(copy.get(index), depth + 1, inMap, inList));
            }
            return copy;
        }
        Map<String, Object> copy =
                value instanceof Map<?, ?> ? new LinkedHashMap<>(asMap(value)) : new LinkedHashMap<>();
        if (here) {
            inMap.accept(copy);
        } else {
            String key = (String) steps.get(depth);
            copy.put(key, edited(copy.get(key), depth + 1, inMap, inList));
        }
        return copy;
    }

    @SuppressWarnings("unchecked") // keys of a cluster.yaml are text
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
