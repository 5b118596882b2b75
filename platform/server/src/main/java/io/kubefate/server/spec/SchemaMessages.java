package io.kubefate.server.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Says in words what a schema does not allow, and what to write instead. */
final class SchemaMessages {

    /** Two keys that differ in more letters than this are no typing mistake of each other. */
    private static final int LIKELY_TYPO = 3;

    private final JsonNode root;

    SchemaMessages(JsonNode root) {
        this.root = root;
    }

    Problem problem(Error error) {
        String path = path(error.getInstanceLocation());
        JsonNode rule = parent(error);
        return switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" -> unknownKey(error, path, rule);
            case "required" -> Problem.error(
                    join(path, error.getProperty()), "is missing" + describe(rule.at("/properties").path(error.getProperty())));
            default -> Problem.error(path, message(error, rule));
        };
    }

    private static String message(Error error, JsonNode rule) {
        if (rule.hasNonNull("x-message")) {
            return quoted(error.getInstanceNode()) + " does not fit: " + rule.get("x-message").asText();
        }
        JsonNode limit = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" -> "must be " + typeNames(limit) + ", not " + kind(error.getInstanceNode());
            case "enum" -> quoted(error.getInstanceNode()) + " is not one of " + values(limit);
            case "const" -> quoted(error.getInstanceNode()) + " must be " + quoted(limit);
            case "minimum" -> quoted(error.getInstanceNode()) + " is too small; the least is " + limit.asText();
            case "maximum" -> quoted(error.getInstanceNode()) + " is too large; the most is " + limit.asText();
            case "minLength" -> "must not be empty";
            case "maxLength" -> "is too long; at most " + limit.asText() + " characters";
            case "minItems" -> "needs at least " + limit.asText() + " entries";
            case "maxItems" -> "has too many entries; at most " + limit.asText();
            case "uniqueItems" -> "has an entry twice";
            case "pattern" -> quoted(error.getInstanceNode()) + " does not fit" + describe(rule);
            default -> error.getMessage();
        };
    }

    private static Problem unknownKey(Error error, String path, JsonNode rule) {
        String key = error.getProperty();
        List<String> known = new ArrayList<>();
        rule.path("properties").fieldNames().forEachRemaining(known::add);
        String advice = nearest(key, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse(known.isEmpty() ? "; remove it" : "; known here: " + String.join(", ", known));
        return Problem.error(join(path, key), "is no key of this release" + advice);
    }

    private static Optional<String> nearest(String key, List<String> known) {
        LevenshteinDistance distance = new LevenshteinDistance(LIKELY_TYPO);
        return known.stream()
                .filter(candidate -> distance.apply(key, candidate) >= 0)
                .min(Comparator.comparing(candidate -> distance.apply(key, candidate)));
    }

    /** The schema object in which the failing keyword stands. */
    private JsonNode parent(Error error) {
        NodePath fragment = error.getSchemaLocation().getFragment();
        JsonNode node = root;
        for (int index = 0; index < fragment.getNameCount() - 1; index++) {
            Object step = fragment.getElement(index);
            node = step instanceof Integer position ? node.path(position) : node.path(String.valueOf(step));
        }
        return node;
    }

    private static String path(NodePath location) {
        StringBuilder path = new StringBuilder();
        for (int index = 0; index < location.getNameCount(); index++) {
            Object step = location.getElement(index);
            if (step instanceof Integer) {
                path.append('[').append(step).append(']');
                continue;
            }
            path.append(path.isEmpty() ? "" : ".").append(step);
        }
        return path.toString();
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String describe(JsonNode rule) {
        String description = rule.path("description").asText();
        return description.isEmpty() ? "" : "; it is: " + description;
    }

    private static String quoted(JsonNode value) {
        return value == null ? "" : value.toString();
    }

    private static String values(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        values.removeIf(String::isEmpty);
        return String.join(", ", values);
    }

    private static String typeNames(JsonNode types) {
        if (!types.isArray()) {
            return typeName(types.asText());
        }
        List<String> names = new ArrayList<>();
        types.forEach(type -> names.add(typeName(type.asText())));
        return String.join(" or ", names);
    }

    private static String typeName(String type) {
        return switch (type) {
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a map of keys and values";
            default -> type;
        };
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "a map of keys and values";
            case STRING -> "the text " + value;
            default -> value.toString();
        };
    }
}
