package io.kubefate.plugin.testing.input;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.planning.spec.SchemaDefaults;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Plausible values for a place in a cluster.yaml: the examples, default and enum of the schema, then common ones. The schema may not accept
 * all of them.
 */
public final class SampleValues {

    private static final int MAX_DEPTH = 12;

    /** Common values of a cluster.yaml. */
    private static final List<Object> COMMON = List.of(
            "sample",
            "sample-1",
            "192.168.0.1",
            "node.example.org",
            "registry.example.org:5000/fate",
            "http://node.example.org:8080/path",
            "hdfs://namenode:9000",
            "/data/sample",
            "data/sample",
            "10Gi",
            "500m",
            "v1.0.0",
            "1.0",
            "9999",
            "A",
            1L,
            2L,
            80L,
            8080L,
            30100L,
            9999L,
            true,
            false,
            "true",
            new BigDecimal("0.5"));

    private SampleValues() {}

    /**
     * Returns values to try.
     *
     * @param node the schema of the place
     * @return at least one value, the most specific first
     */
    public static List<Object> of(SchemaNode node) {
        return of(node, 0);
    }

    /**
     * Returns keys to try in a map whose keys the user chooses.
     *
     * @param map what the schema says about the map
     * @return at least one key
     */
    public static List<String> keys(SchemaNode map) {
        Stream<Object> named = map.keys().stream().flatMap(keys -> told(keys).stream());
        Stream<Object> shown = map.all("examples").stream()
                .flatMap(SampleValues::elements)
                .filter(JsonNode::isObject)
                .flatMap(example -> example.properties().stream().map(Map.Entry::getKey));
        return Stream.of(named, shown, COMMON.stream())
                .flatMap(keys -> keys)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    private static List<Object> of(SchemaNode node, int depth) {
        List<Object> values = new ArrayList<>(told(node));
        if (depth < MAX_DEPTH) {
            node.items().ifPresent(items -> values.add(listOf(items, depth)));
            if (isMap(node)) {
                values.add(mapOf(node, depth));
            }
        }
        if (values.stream().noneMatch(value -> value instanceof Map || value instanceof List)) {
            values.addAll(bounds(node));
            values.addAll(COMMON);
        }
        return values;
    }

    /** {@return the values in the schema, without empty text, which counts as absent} */
    private static List<Object> told(SchemaNode node) {
        Stream<JsonNode> many = Stream.of("examples", "enum")
                .flatMap(keyword -> node.all(keyword).stream())
                .flatMap(SampleValues::elements);
        Stream<JsonNode> one = Stream.of("default", "const").flatMap(keyword -> node.all(keyword).stream());
        return Stream.concat(many, one)
                .map(SchemaDefaults::data)
                .filter(value ->
                        value != null && !value.equals("") && !value.equals(List.of()) && !value.equals(Map.of()))
                .toList();
    }

    private static List<Object> bounds(SchemaNode node) {
        return Stream.of("minimum", "maximum")
                .flatMap(keyword -> node.all(keyword).stream())
                .map(SchemaDefaults::data)
                .toList();
    }

    private static boolean isMap(SchemaNode node) {
        return !node.properties().isEmpty()
                || node.additional().isPresent()
                || node.all("type").stream().anyMatch(type -> type.toString().contains("\"object\""));
    }

    private static List<Object> listOf(SchemaNode items, int depth) {
        return List.of(of(items, depth + 1).get(0));
    }

    private static Map<String, Object> mapOf(SchemaNode node, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<String> required = node.required();
        node.properties().forEach((key, child) -> {
            if (required.contains(key)) {
                map.put(key, of(child, depth + 1).get(0));
            }
        });
        return map;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
