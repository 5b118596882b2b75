package io.kubefate.plugin.testing.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The schema of a place in a cluster.yaml: its subschema, the references of it and the branches of its {@code allOf}, {@code anyOf} and so
 * on, merged. {@link SchemaPlaces} decides whether it accepts a value.
 */
public final class SchemaNode {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> BRANCHES = List.of("allOf", "anyOf", "oneOf", "if", "then", "else");
    private static final int MAX_PARTS = 100;

    private final JsonNode root;
    private final List<JsonNode> own;
    private final List<JsonNode> parts;

    private SchemaNode(JsonNode root, List<JsonNode> own) {
        List<JsonNode> collected = new ArrayList<>();
        own.forEach(schema -> collect(root, schema, collected));
        this.root = root;
        this.own = List.copyOf(own);
        this.parts = List.copyOf(collected);
    }

    /**
     * Reads a schema.
     *
     * @param schema its JSON text
     * @return the schema of the whole file
     */
    public static SchemaNode of(String schema) {
        try {
            JsonNode root = JSON.readTree(schema);
            return new SchemaNode(root, List.of(root));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** {@return the whole schema, which resolves references} */
    JsonNode root() {
        return root;
    }

    /** {@return the subschemas of this place, all of which apply} */
    List<JsonNode> own() {
        return own;
    }

    /** {@return the schemas of the declared keys, in order} */
    public Map<String, SchemaNode> properties() {
        Map<String, List<JsonNode>> found = new LinkedHashMap<>();
        parts.forEach(part -> part.path("properties")
                .properties()
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .add(entry.getValue())));
        Map<String, SchemaNode> properties = new LinkedHashMap<>();
        found.forEach((key, schemas) -> properties.put(key, new SchemaNode(root, schemas)));
        return properties;
    }

    /** {@return the schema of list elements} */
    public Optional<SchemaNode> items() {
        return among(Stream.concat(children("items"), children("prefixItems")));
    }

    /** {@return the schema of the values of keys that the user chooses} */
    public Optional<SchemaNode> additional() {
        Stream<JsonNode> patterns = parts.stream()
                .flatMap(part ->
                        StreamSupport.stream(part.path("patternProperties").spliterator(), false));
        return among(Stream.concat(children("additionalProperties"), patterns));
    }

    /** {@return the schema of the keys that the user chooses} */
    public Optional<SchemaNode> keys() {
        return among(children("propertyNames"));
    }

    /**
     * Returns the values of a keyword.
     *
     * @param name for example {@code default}
     * @return its values in all parts
     */
    public List<JsonNode> all(String name) {
        return parts.stream()
                .filter(part -> part.has(name))
                .map(part -> part.get(name))
                .toList();
    }

    /** {@return whether no value is accepted, as for a key that is only declared for its message} */
    public boolean isNever() {
        return parts.stream()
                .anyMatch(part -> part.isBoolean() && !part.asBoolean()
                        || part.path("not").isObject() && part.path("not").isEmpty()
                        || part.path("not").asBoolean(false));
    }

    /** {@return the description, of the place or its reference, or empty text} */
    public String description() {
        return all("description").stream().map(JsonNode::asText).findFirst().orElse("");
    }

    /** {@return the required keys} */
    public List<String> required() {
        return all("required").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private Stream<JsonNode> children(String keyword) {
        return all(keyword).stream().flatMap(child -> child.isArray() ? elements(child) : Stream.of(child));
    }

    private Optional<SchemaNode> among(Stream<JsonNode> schemas) {
        List<JsonNode> objects = schemas.filter(JsonNode::isObject).toList();
        return objects.isEmpty() ? Optional.empty() : Optional.of(new SchemaNode(root, objects));
    }

    private static void collect(JsonNode root, JsonNode schema, List<JsonNode> parts) {
        if (schema.isMissingNode() || parts.size() > MAX_PARTS) {
            return;
        }
        parts.add(schema);
        String reference = schema.path("$ref").asText();
        if (reference.startsWith("#")) {
            collect(root, root.at(reference.substring(1)), parts);
        }
        BRANCHES.stream()
                .map(schema::path)
                .flatMap(branch -> branch.isArray() ? elements(branch) : Stream.of(branch))
                .forEach(branch -> collect(root, branch, parts));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
