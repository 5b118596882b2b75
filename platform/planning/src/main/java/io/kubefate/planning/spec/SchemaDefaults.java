package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.planning.yaml.SlipAdvice;
import io.kubefate.spi.ClusterSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes the keys of a cluster.yaml that have a value from absent ones, and adds the {@code default}s of a JSON Schema.
 * Supports {@code properties}, {@code additionalProperties}, {@code items} and {@code $ref} within the schema; a keyword beside {@code $ref} overrides the referenced one. Thread-safe.
 *
 * <p>A value is absent if its key is missing, null or empty text, or a map in which no key has a value. An absent value is set
 * to its {@code default}, and so are the keys of any map. {@code "x-keep-empty": true} keeps empty text. A key that only
 * {@code additionalProperties} allows, such as a label, is present without a value if they have a {@code default}.
 */
public final class SchemaDefaults {

    private final ResolvedSchema schema;

    /**
     * Parses a schema.
     *
     * @param schemaText JSON Schema, draft 2020-12
     * @throws IllegalArgumentException if the text is not JSON
     */
    public SchemaDefaults(String schemaText) {
        this(new ResolvedSchema(schemaText));
    }

    SchemaDefaults(ResolvedSchema schema) {
        this.schema = requireNonNull(schema, "schema is null");
    }

    /**
     * Adds the defaults.
     *
     * @param spec a cluster.yaml
     * @return the values with defaults added
     */
    public ClusterSpec complete(ClusterSpec spec) {
        return new ClusterSpec(spec.values(), completeMap(spec.values(), schema.root(), Set.of()));
    }

    /**
     * Returns the keys that have a value, to validate them. A value of null, or a map without keys where the schema allows none,
     * is absent. A key that is obviously mistyped, for example {@code a:b}, is present without a value.
     *
     * @param spec a cluster.yaml as it was written
     */
    Map<String, Object> present(ClusterSpec spec) {
        return presentMap(spec.values(), schema.root());
    }

    private Map<String, Object> presentMap(Map<?, ?> map, JsonNode node) {
        Map<String, Object> present = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            String key = String.valueOf(name);
            Object found = present(value, schema.child(node, key));
            boolean unknown = schema.child(node, key).isMissingNode();
            if (found == null && isFree(node, key)) {
                found = data(schema.resolved(node.path("additionalProperties")).get("default"));
            }
            if (found != null || (unknown && SlipAdvice.ofKey(key).isPresent())) {
                present.put(key, found);
            }
        });
        return present;
    }

    private @Nullable Object present(@Nullable Object value, JsonNode declared) {
        JsonNode node = schema.resolved(declared);
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> present = presentMap(map, node);
            return present.isEmpty() && !allowsMap(node) ? null : present;
        }
        if (value instanceof List<?> list) {
            List<Object> present = new ArrayList<>();
            list.forEach(element -> present.add(present(element, node.path("items"))));
            return present;
        }
        return value;
    }

    /** Whether the schema might accept a map; a schema with alternatives might. */
    private static boolean allowsMap(JsonNode node) {
        JsonNode type = node.path("type");
        if (type.isMissingNode()) {
            return !node.has("enum");
        }
        return type.toString().contains("\"object\"");
    }

    /** Whether a key is present even without a value. */
    private boolean isFree(JsonNode node, String key) {
        return node.path("properties").path(key).isMissingNode()
                && schema.resolved(node.path("additionalProperties")).hasNonNull("default");
    }

    /**
     * Converts a value in a schema to the data of a cluster.yaml.
     *
     * @return maps, lists, text, whole numbers as Long or BigInteger, decimal ones as BigDecimal, booleans or null
     */
    public static @Nullable Object data(JsonNode json) {
        if (json.isArray()) {
            List<Object> list = new ArrayList<>();
            json.forEach(element -> list.add(data(element)));
            return list;
        }
        if (json.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            json.properties().forEach(field -> map.put(field.getKey(), data(field.getValue())));
            return map;
        }
        if (json.isIntegralNumber()) {
            return json.canConvertToLong() ? (Object) json.longValue() : json.bigIntegerValue();
        }
        if (json.isNumber()) {
            return json.decimalValue();
        }
        return json.isBoolean() ? (Object) json.booleanValue() : json.isNull() ? null : json.asText();
    }

    /** Returns null if the value is absent and has no default. {@code expanded} are the references followed by defaults. */
    private @Nullable Object complete(@Nullable Object value, JsonNode declared, Set<String> expanded) {
        JsonNode node = schema.resolved(declared);
        if (!isAbsent(value, node)) {
            return completeGiven(value, node, Set.of());
        }
        String reference = declared.path("$ref").asText();
        if (expanded.contains(reference)) {
            return value; // the schema contains itself
        }
        Set<String> inner = with(expanded, reference);
        if (node.hasNonNull("default")) {
            return completeGiven(data(node.get("default")), node, inner);
        }
        Map<String, Object> defaults = completeMap(Map.of(), node, inner);
        return defaults.isEmpty() ? value : defaults;
    }

    private @Nullable Object completeGiven(@Nullable Object value, JsonNode node, Set<String> expanded) {
        if (value instanceof Map<?, ?> map) {
            return completeMap(map, node, expanded);
        }
        return value instanceof List<?> list ? completeList(list, node, expanded) : value;
    }

    private List<Object> completeList(List<?> list, JsonNode node, Set<String> expanded) {
        List<Object> complete = new ArrayList<>();
        list.forEach(element -> complete.add(element == null ? null : complete(element, node.path("items"), expanded)));
        return complete;
    }

    private Map<String, Object> completeMap(Map<?, ?> map, JsonNode node, Set<String> expanded) {
        JsonNode properties = node.path("properties");
        Map<String, Object> complete = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            complete.put(name, complete(value, schema.child(node, name), expanded));
        });
        properties.properties().forEach(property -> {
            if (!complete.containsKey(property.getKey())) {
                Object value = complete(null, property.getValue(), expanded);
                if (value != null) {
                    complete.put(property.getKey(), value);
                }
            }
        });
        return complete;
    }

    private boolean isAbsent(@Nullable Object value, JsonNode node) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .allMatch(entry -> entry.getValue() == null && !isFree(node, String.valueOf(entry.getKey())));
        }
        return value == null || (value.equals("") && !node.path("x-keep-empty").asBoolean());
    }

    private static Set<String> with(Set<String> references, String reference) {
        if (reference.isEmpty()) {
            return references;
        }
        Set<String> more = new HashSet<>(references);
        more.add(reference);
        return more;
    }
}
