package io.kubefate.planning.spec;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Generates the reference of a release's cluster.yaml from its schema. */
public final class SpecReference {

    private static final String DOCUMENTATION = "x-documentation";

    private final JsonNode root;

    public SpecReference(String schemaText) {
        try {
            this.root = new JsonMapper().readTree(requireNonNull(schemaText, "schemaText is null"));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the schema is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Returns a Markdown table with a row for each key; a map comes before its keys. The keys inside a value with
     * {@code x-documentation}, an address, are documented there.
     */
    public String markdown() {
        List<String> rows = new ArrayList<>();
        rows.add("| key | type | default | meaning |");
        rows.add("|---|---|---|---|");
        keys("", root, rows);
        return String.join("\n", rows) + "\n";
    }

    private void keys(String prefix, JsonNode schema, List<String> rows) {
        JsonNode map = resolve(schema);
        map.path("properties").properties().forEach(entry -> {
            String path = prefix + entry.getKey();
            rows.add(row(path, entry.getValue(), required(map, entry.getKey())));
            inside(path, entry.getValue(), rows);
        });
    }

    private void inside(String path, JsonNode schema, List<String> rows) {
        JsonNode value = resolve(schema);
        if (value.has(DOCUMENTATION)) {
            return;
        }
        keys(path + ".", value, rows);
        if (value.has("items")) {
            inside(path + "[]", value.get("items"), rows);
        }
        if (value.path("additionalProperties").isObject()) {
            inside(path + ".*", value.get("additionalProperties"), rows);
        }
    }

    private String row(String path, JsonNode schema, boolean required) {
        String standard = standard(schema).orElse(required ? "required" : "");
        return "| `" + path + "` | " + type(schema) + " | " + standard + " | " + description(schema) + " |";
    }

    /** {@return the default of a place, else of the type to which it refers} */
    private Optional<String> standard(JsonNode schema) {
        return schema.has("default")
                ? Optional.of("`" + schema.get("default") + "`")
                : referenced(schema).flatMap(this::standard);
    }

    private String type(JsonNode schema) {
        JsonNode value = resolve(schema);
        if (value.has("enum")) {
            return texts(value.get("enum")).stream()
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        JsonNode type = value.path("type");
        String name = type.isArray() ? String.join(" or ", texts(type)) : type.asText();
        return switch (name) {
            case "array" -> "list";
            case "object" -> "map";
            default -> name;
        };
    }

    private String description(JsonNode schema) {
        String own = schema.path("description").asText();
        String text = own.isEmpty() ? resolve(schema).path("description").asText() : own;
        String documentation = resolve(schema).path(DOCUMENTATION).asText();
        String link = documentation.isEmpty() ? "" : " See <" + documentation + ">.";
        return (text + link).replace("|", "\\|").replace('\n', ' ');
    }

    private JsonNode resolve(JsonNode schema) {
        return referenced(schema).map(this::resolve).orElse(schema);
    }

    private Optional<JsonNode> referenced(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.startsWith("#") ? Optional.of(root.at(reference.substring(1))) : Optional.empty();
    }

    private static boolean required(JsonNode map, String key) {
        return texts(map.path("required")).contains(key);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
