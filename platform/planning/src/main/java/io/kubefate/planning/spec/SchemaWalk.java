package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** Follows the evaluation path of a JSON Schema validator through the schema. */
final class SchemaWalk {

    private SchemaWalk() {}

    /**
     * The schema at the end of a path.
     *
     * @param schema the schema object there; a missing node if it is in another document
     * @param depth the number of keys and indexes of the value on the path
     */
    record End(JsonNode schema, int depth) {}

    static End follow(JsonNode root, List<String> steps) {
        JsonNode schema = root;
        int depth = 0;
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            schema = step.equals("$ref") ? referred(root, schema) : child(schema, step);
            depth += goesDown(step) ? 1 : 0;
            if (hasName(step) && i + 1 < steps.size()) {
                schema = child(schema, steps.get(++i));
            }
        }
        return new End(schema, depth);
    }

    /** Returns the index of the first anyOf or oneOf at or after a step that has a branch after it; -1 if there is none. */
    static int firstAlternative(List<String> steps, int from) {
        for (int i = 0; i + 1 < steps.size(); i += hasName(steps.get(i)) ? 2 : 1) {
            boolean alternative = steps.get(i).equals("anyOf") || steps.get(i).equals("oneOf");
            if (i >= from && alternative) {
                return i;
            }
        }
        return -1;
    }

    private static JsonNode referred(JsonNode root, JsonNode schema) {
        String reference = child(schema, "$ref").asText();
        return reference.startsWith("#") ? root.at(reference.substring(1)) : MissingNode.getInstance();
    }

    private static JsonNode child(JsonNode schema, String step) {
        return schema.isArray() ? schema.path(Integer.parseInt(step)) : schema.path(step);
    }

    private static boolean goesDown(String step) {
        return switch (step) {
            case "properties", "patternProperties", "prefixItems", "items", "contains" -> true;
            case "additionalProperties", "unevaluatedProperties", "unevaluatedItems" -> true;
            default -> false;
        };
    }

    /** Returns whether the next step is a key or an index instead of a keyword. */
    private static boolean hasName(String step) {
        return switch (step) {
            case "properties", "patternProperties", "dependentSchemas" -> true;
            case "prefixItems", "allOf", "anyOf", "oneOf" -> true;
            default -> false;
        };
    }
}
