package io.kubefate.plugin.testing.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Paths of the values in a cluster.yaml. */
public final class SpecPaths {

    private SpecPaths() {}

    /**
     * Returns the paths of all scalars.
     *
     * @param values a cluster.yaml
     * @return the paths in order
     */
    public static List<SpecPath> scalars(Map<String, Object> values) {
        return matching(
                values, (path, value) -> value != null && !(value instanceof Map) && !(value instanceof List<?>));
    }

    /**
     * Returns the paths of all maps.
     *
     * @param values a cluster.yaml
     * @return the paths, the whole file first
     */
    public static List<SpecPath> maps(Map<String, Object> values) {
        return matching(values, (path, value) -> value instanceof Map);
    }

    /**
     * Returns the paths of all lists.
     *
     * @param values a cluster.yaml
     * @return the paths in order
     */
    public static List<SpecPath> lists(Map<String, Object> values) {
        return matching(values, (path, value) -> value instanceof List<?>);
    }

    /**
     * Returns the paths of all keys.
     *
     * @param values a cluster.yaml
     * @return the paths in order, maps before their keys
     */
    public static List<SpecPath> keys(Map<String, Object> values) {
        return matching(values, (path, value) -> !path.steps().isEmpty() && path.last() instanceof String);
    }

    /** {@return the paths of the elements of all lists} */
    static List<SpecPath> elements(Map<String, Object> values) {
        return matching(values, (path, value) -> !path.steps().isEmpty() && path.last() instanceof Integer);
    }

    /**
     * Returns the paths of all keys that the user chose, for example a node label or a party ID.
     *
     * @param values a cluster.yaml
     * @param schema what names the others
     * @return the paths in order
     */
    public static List<SpecPath> chosenKeys(Map<String, Object> values, SchemaPlaces schema) {
        return keys(values).stream()
                .filter(path -> schema.place(path).filter(SchemaPlace::isChosen).isPresent())
                .toList();
    }

    /**
     * Returns all keys and scalars as text.
     *
     * @param values a cluster.yaml
     * @return the texts
     */
    public static Set<String> texts(Map<String, Object> values) {
        Stream<String> keys = keys(values).stream().map(path -> (String) path.last());
        Stream<String> scalars = scalars(values).stream().map(path -> String.valueOf(path.in(values)));
        return Stream.concat(keys, scalars).collect(Collectors.toSet());
    }

    private static List<SpecPath> matching(Map<String, Object> values, BiPredicate<SpecPath, Object> wanted) {
        List<SpecPath> found = new ArrayList<>();
        visit(SpecPath.ROOT, values, wanted, found);
        return found;
    }

    private static void visit(SpecPath path, Object value, BiPredicate<SpecPath, Object> wanted, List<SpecPath> found) {
        if (wanted.test(path, value)) {
            found.add(path);
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> visit(path.then(key), child, wanted, found));
        }
        if (value instanceof List<?> list) {
            for (int index = 0; index < list.size(); index++) {
                visit(path.then(index), list.get(index), wanted, found);
            }
        }
    }
}
