package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.planning.yaml.SlipAdvice;
import io.kubefate.spi.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Builds the message for a violated keyword. */
final class Explanation {

    /** The keyword for a custom message of the schema's author. */
    static final String MESSAGE = "x-message";

    private Explanation() {}

    /** @param listed the maps whose known keys a problem lists already */
    static Problem of(Violation violation, Set<List<Object>> listed) {
        return switch (violation.keyword()) {
            case "additionalProperties", "unevaluatedProperties" -> unknownKey(violation, listed);
            case "required", "dependentRequired" -> missingKey(violation);
            case "propertyNames" -> badKey(violation);
            default -> badValue(violation);
        };
    }

    /** Returns one problem for a value that has none of several types. */
    static Problem types(List<Violation> violations) {
        Violation first = violations.get(0);
        List<String> names = violations.stream()
                .flatMap(violation -> typeNames(violation).stream())
                .distinct()
                .toList();
        return Problem.error(
                first.path(), "expected " + or(names) + ", found " + Found.describe(first) + slip(first, names));
    }

    private static Problem unknownKey(Violation violation, Set<List<Object>> listed) {
        String key = violation.property().orElse("");
        int colon = SlipAdvice.colon(key);
        if (colon > 0) {
            // The rest of the key is its value, which can be a password.
            return Problem.error(
                    violation.path(key.substring(0, colon)),
                    SlipAdvice.ofKey(key.substring(0, colon + 1)).orElseThrow());
        }
        List<String> known = new ArrayList<>();
        violation.schema().path("properties").fieldNames().forEachRemaining(known::add);
        String advice = SlipAdvice.ofKey(key)
                .or(() -> NearestName.of(key, known).map(name -> "did you mean '" + name + "'?"))
                .orElseGet(() -> known(known, listed.add(violation.instance())));
        return Problem.error(violation.path(key), "unknown key; " + advice);
    }

    private static String known(List<String> keys, boolean first) {
        if (keys.isEmpty()) {
            return "remove it";
        }
        return first ? "known keys: " + String.join(", ", keys) : "write one of the known keys above, or remove it";
    }

    private static Problem missingKey(Violation violation) {
        String key = violation.property().orElse("");
        JsonNode schema = violation.schema().path("properties").path(key);
        String what =
                schema.has("description") ? ": " + schema.get("description").asText() : "";
        return Problem.error(violation.path(key), "this key is missing" + what);
    }

    private static Problem badKey(Violation violation) {
        String key = violation.property().orElse("");
        JsonNode names = violation.schema().path("propertyNames");
        String message = Optional.ofNullable(names.get(MESSAGE))
                .or(() -> Optional.ofNullable(names.get("description")))
                .map(JsonNode::asText)
                .orElse("a key of this name is not allowed here");
        return Problem.error(violation.path(key), message);
    }

    private static Problem badValue(Violation violation) {
        String found = Found.scalar(violation).map(value -> ", found " + value).orElse("");
        String message =
                violation.sibling(MESSAGE).map(text -> text + found).orElseGet(() -> message(violation, found));
        String advice = slip(violation, typeNames(violation));
        return Problem.error(violation.path(), message + (advice.isEmpty() ? nearest(violation) : advice));
    }

    /** Returns what was probably mistyped in a text, if that explains the violation. */
    private static String slip(Violation violation, List<String> expected) {
        if (!violation.value().isTextual()) {
            return "";
        }
        String text = violation.value().asText();
        Optional<String> advice = SlipAdvice.ofText(text);
        if (expected.contains(Found.typeName("object"))) {
            advice = SlipAdvice.ofMap(text);
        } else if (expected.contains(Found.typeName("array"))) {
            advice = SlipAdvice.ofList(text);
        }
        return advice.map(found -> "; " + found).orElse("");
    }

    private static String message(Violation violation, String found) {
        return switch (violation.keyword()) {
            case "type" ->
                "expected " + or(typeNames(violation)) + ", found " + Found.describe(violation)
                        + Found.quotingAdvice(violation.value(), typeNames(violation));
            case "enum" -> "expected one of " + values(violation) + found;
            case "const" -> "expected " + Found.describe(violation.schema().get("const")) + found;
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> range(violation) + found;
            case "multipleOf" -> "expected a multiple of " + limit(violation) + found;
            case "pattern" -> described(violation, "expected text of the form " + limit(violation)) + found;
            case "format" -> described(violation, "expected " + format(limit(violation))) + found;
            case "minLength" ->
                limit(violation).equals("1")
                        ? "must not be empty"
                        : "expected at least " + limit(violation) + " characters" + found;
            case "maxLength" -> "expected at most " + limit(violation) + " characters" + found;
            case "minItems", "minContains" -> "expected a list of at least " + limit(violation);
            case "maxItems", "maxContains" -> "expected a list of at most " + limit(violation);
            case "minProperties" -> "expected a map of at least " + limit(violation);
            case "maxProperties" -> "expected a map of at most " + limit(violation);
            case "uniqueItems" -> "the list has a duplicate element; keep one of them";
            case "oneOf" -> described(violation, "fits several forms that exclude each other; keep one of them");
            default -> described(violation, "not allowed here (" + violation.keyword() + ")") + found;
        };
    }

    private static String described(Violation violation, String otherwise) {
        return violation.sibling("description").map(text -> "expected: " + text).orElse(otherwise);
    }

    private static String limit(Violation violation) {
        return violation.sibling(violation.keyword()).orElse("");
    }

    private static String range(Violation violation) {
        JsonNode schema = violation.schema();
        if (schema.has("minimum") && schema.has("maximum")) {
            return "expected a number from " + schema.get("minimum").asText() + " to "
                    + schema.get("maximum").asText();
        }
        String bound = limit(violation);
        return switch (violation.keyword()) {
            case "minimum" -> "expected a number of at least " + bound;
            case "maximum" -> "expected a number of at most " + bound;
            case "exclusiveMinimum" -> "expected a number above " + bound;
            default -> "expected a number below " + bound;
        };
    }

    private static String format(String name) {
        return switch (name) {
            case "ipv4" -> "an IPv4 address such as 192.168.0.1";
            case "ipv6" -> "an IPv6 address such as fd00::1";
            case "hostname" -> "a host name such as fate.example.com";
            default -> "a valid " + name;
        };
    }

    private static String values(Violation violation) {
        return StreamSupport.stream(violation.schema().path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static String nearest(Violation violation) {
        List<String> values = new ArrayList<>();
        violation.schema().path("enum").forEach(value -> values.add(value.asText()));
        return NearestName.of(violation.value().asText(), values)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    private static List<String> typeNames(Violation violation) {
        JsonNode type = violation.schema().path("type");
        List<String> names = new ArrayList<>();
        if (type.isTextual()) {
            names.add(Found.typeName(type.asText()));
        }
        type.forEach(name -> names.add(Found.typeName(name.asText())));
        return names;
    }

    private static String or(List<String> names) {
        return String.join(" or ", names);
    }
}
