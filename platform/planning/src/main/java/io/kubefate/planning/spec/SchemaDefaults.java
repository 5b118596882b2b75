package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubefate.spi.ClusterSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds the {@code default}s of a JSON Schema to a cluster.yaml. Supports {@code properties}, {@code additionalProperties},
 * {@code items} and {@code $ref} within the schema; a keyword beside {@code $ref} overrides the referenced one. Thread-safe.
 *
 * <p>A value is absent if its key is missing, null or empty text, or a map in which no key has a value. An absent value is set
 * to its {@code default}, and so are the keys of any map. {@code "x-keep-empty": true} keeps empty text.
 */
public final class SchemaDefaults {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFERENCE = "#/";

    private final JsonNode schema;

    /** Maps each node with a reference to its resolved node, by identity. Only the constructor writes it. */
    private final Map<JsonNode, JsonNode> resolved = new IdentityHashMap<>();

    /**
     * Parses a schema.
     *
     * @param schemaText JSON Schema, draft 2020-12
     * @throws IllegalArgumentException if the text is not JSON
     */
    public SchemaDefaults(String schemaText) {
        this.schema = SpecValidator.parse(schemaText);
        resolveAll(schema);
    }

    /**
     * Adds the defaults.
     *
     * @param spec a cluster.yaml
     * @return the values with defaults added
     */
    public ClusterSpec complete(ClusterSpec spec) {
        return new ClusterSpec(spec.values(), completeMap(spec.values(), schema, Set.of()));
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
        JsonNode node = resolved.getOrDefault(declared, declared);
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
            JsonNode known = properties.path(String.valueOf(key));
            JsonNode child = known.isMissingNode() ? node.path("additionalProperties") : known;
            complete.put(String.valueOf(key), complete(value, child, expanded));
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

    private static boolean isAbsent(@Nullable Object value, JsonNode node) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(child -> child == null);
        }
        return value == null || (value.equals("") && !node.path("x-keep-empty").asBoolean());
    }

    private void resolveAll(JsonNode node) {
        if (node.has("$ref")) {
            resolved.put(node, resolve(node));
        }
        node.forEach(this::resolveAll);
    }

    private JsonNode resolve(JsonNode node) {
        String reference = node.path("$ref").asText();
        if (!reference.startsWith(REFERENCE)) {
            return node;
        }
        ObjectNode resolved = JSON.createObjectNode();
        if (resolve(schema.at(reference.substring(1))) instanceof ObjectNode target) {
            resolved.setAll(target);
        }
        resolved.setAll((ObjectNode) node);
        resolved.remove("$ref");
        return resolved;
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
