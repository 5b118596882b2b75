package io.kubefate.plugin.testing.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places that a cluster.yaml has. */
public final class Places {

    private Places() {}

    /**
     * Every value that is no map and no list.
     *
     * @param values a cluster.yaml
     * @return their places in order
     */
    public static List<SpecPath> scalars(Map<String, Object> values) {
        return matching(
                values, (path, value) -> value != null && !(value instanceof Map) && !(value instanceof List<?>));
    }

    /**
     * Every map.
     *
     * @param values a cluster.yaml
     * @return their places, the whole file first
     */
    public static List<SpecPath> maps(Map<String, Object> values) {
        return matching(values, (path, value) -> value instanceof Map);
    }

    /**
     * Every list.
     *
     * @param values a cluster.yaml
     * @return their places in order
     */
    public static List<SpecPath> lists(Map<String, Object> values) {
        return matching(values, (path, value) -> value instanceof List<?>);
    }

    /**
     * Every key.
     *
     * @param values a cluster.yaml
     * @return their places in order, maps before what is in them
     */
    public static List<SpecPath> keys(Map<String, Object> values) {
        return matching(values, (path, value) -> !path.steps().isEmpty() && path.last() instanceof String);
    }

    /** {@return the places of every element of every list} */
    static List<SpecPath> elements(Map<String, Object> values) {
        return matching(values, (path, value) -> !path.steps().isEmpty() && path.last() instanceof Integer);
    }

    /**
     * Every key that the user chose, such as a node's label or a party's id.
     *
     * @param values a cluster.yaml
     * @param schema what names the others
     * @return their places in order
     */
    public static List<SpecPath> chosenKeys(Map<String, Object> values, SchemaPlaces schema) {
        return keys(values).stream()
                .filter(path -> schema.place(path).filter(SchemaPlace::isChosen).isPresent())
                .toList();
    }

    /**
     * Every key and every value that is no map and no list, as text.
     *
     * @param values a cluster.yaml
     * @return what stands in it
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
