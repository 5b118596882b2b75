package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Generates a file that has every key of a release, with the values of its example where that has them. The command line of KubeFATE, from
 * 1.9.0 on, compares keys and types of a cluster.yaml with it. For that command line, the file has no comments, because it takes them for
 * keys, and no empty list, at which it fails.
 */
public final class SpecTemplate {

    private final JsonNode root;
    private final Map<String, Object> example;

    /**
     * Parses a schema and an example.
     *
     * @param schemaText JSON Schema, draft 2020-12
     * @param exampleText a cluster.yaml of this schema
     * @throws IllegalArgumentException if the schema is not JSON
     */
    public SpecTemplate(String schemaText, String exampleText) {
        try {
            this.root = new JsonMapper().readTree(requireNonNull(schemaText, "schemaText is null"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is not JSON: " + e.getOriginalMessage(), e);
        }
        this.example = new SpecReader().read(exampleText).spec().values();
    }

    /** Returns the file. */
    public String yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(map(root, example, Set.of()));
    }

    private Map<String, Object> map(JsonNode schema, Map<?, ?> values, Set<String> open) {
        Map<String, Object> map = new LinkedHashMap<>();
        JsonNode properties = schema.path("properties");
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            JsonNode child = properties.has(name) ? properties.path(name) : schema.path("additionalProperties");
            map.put(name, value(child, value, open));
        });
        properties.properties().forEach(property -> {
            if (!map.containsKey(property.getKey())) {
                map.put(property.getKey(), value(property.getValue(), null, open));
            }
        });
        return map;
    }

    /** {@code open} are the references that lead here. */
    private Object value(JsonNode declared, @Nullable Object given, Set<String> open) {
        JsonNode schema = resolve(declared);
        String reference = declared.path("$ref").asText();
        Object value = Optional.ofNullable(given).or(() -> sample(schema)).orElse("");
        if (value.equals("") && open.contains(reference)) {
            return value; // the schema contains itself
        }
        Set<String> inner = with(open, reference);
        if (value instanceof Map<?, ?> values) {
            return map(schema, values, inner);
        }
        if (value instanceof List<?> list) {
            return list(schema, list, inner);
        }
        return value.equals("") ? empty(schema, inner) : value;
    }

    private List<Object> list(JsonNode schema, List<?> values, Set<String> open) {
        List<Object> items = new ArrayList<>();
        values.forEach(value -> items.add(value(schema.path("items"), value, open)));
        return items.isEmpty() ? List.of(value(schema.path("items"), null, open)) : items;
    }

    private Object empty(JsonNode schema, Set<String> open) {
        return switch (type(schema)) {
            case "object" -> map(schema, Map.of(), open);
            case "array" -> list(schema, List.of(), open);
            case "integer", "number" -> 0;
            case "boolean" -> false;
            default -> "";
        };
    }

    private static Set<String> with(Set<String> references, String reference) {
        Set<String> more = new HashSet<>(references);
        more.add(reference);
        more.remove("");
        return more;
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isMissingNode() && schema.has("properties")) {
            return "object";
        }
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    /** Returns a value that the schema names; an empty one says nothing. */
    private static Optional<Object> sample(JsonNode schema) {
        Stream<JsonNode> named = Stream.of(
                schema.path("default"),
                schema.path("const"),
                schema.path("examples").path(0));
        return Stream.concat(named, StreamSupport.stream(schema.path("enum").spliterator(), false))
                .filter(node ->
                        node.isValueNode() ? !node.isNull() && !node.asText().isEmpty() : !node.isEmpty())
                .findFirst()
                .map(node -> new JsonMapper().convertValue(node, Object.class));
    }

    /** Returns the schema that a reference leads to; a keyword beside the reference overrides it. */
    private JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.startsWith("#") || !(resolve(root.at(reference.substring(1))) instanceof ObjectNode target)) {
            return schema;
        }
        ObjectNode resolved = target.deepCopy();
        resolved.setAll((ObjectNode) schema);
        resolved.remove("$ref");
        return resolved;
    }
}
