package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.Map;

/** A JSON Schema whose references to itself are resolved. Thread-safe. */
final class ResolvedSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFERENCE = "#/";

    private final JsonNode root;

    /** Maps each node with a reference to its resolved node, by identity. Only the constructor writes it. */
    private final Map<JsonNode, JsonNode> resolved = new IdentityHashMap<>();

    /**
     * Parses a schema.
     *
     * @param text JSON Schema, draft 2020-12
     * @throws IllegalArgumentException if the text is not JSON
     */
    ResolvedSchema(String text) {
        this.root = SpecValidator.parse(text);
        resolveAll(root);
    }

    JsonNode root() {
        return root;
    }

    /** Returns the schema to which a schema refers, with the keywords beside the reference, or itself. */
    JsonNode resolved(JsonNode schema) {
        return resolved.getOrDefault(schema, schema);
    }

    /** Returns the schema of a key of a map; a missing node if the map may not have it. */
    JsonNode child(JsonNode map, String key) {
        JsonNode known = map.path("properties").path(key);
        JsonNode free = map.path("additionalProperties");
        return known.isMissingNode() && free.isObject() ? free : known;
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
        if (resolve(root.at(reference.substring(1))) instanceof ObjectNode target) {
            resolved.setAll(target);
        }
        resolved.setAll((ObjectNode) node);
        resolved.remove("$ref");
        return resolved;
    }
}
