package io.kubefate.planning.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/** Describes values of a cluster.yaml and types of JSON Schema. */
final class Found {

    private static final int MAX_LENGTH = 60;

    private Found() {}

    /** Returns a description, for example {@code text "abc"}, {@code the number 5} or {@code a list}. */
    static String describe(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text " + quoted(value);
            case NUMBER -> "the number " + shortened(value.asText());
            case BOOLEAN -> value.asText();
            case OBJECT, POJO -> "a map";
            case ARRAY -> "a list";
            case NULL, MISSING, BINARY -> "nothing";
        };
    }

    /** Returns a description of an invalid value; that of a password does not quote it. */
    static String describe(Violation violation) {
        JsonNode value = violation.value();
        if (!violation.isSecret() || !value.isTextual() && !value.isNumber()) {
            return describe(value);
        }
        return value.isNumber() ? "a number" : "text";
    }

    /** Returns the invalid value as written in YAML, unless it is a map, a list or a password. */
    static Optional<String> scalar(Violation violation) {
        JsonNode value = violation.value();
        if (violation.isSecret()) {
            return Optional.empty();
        }
        if (value.isTextual()) {
            return Optional.of(quoted(value));
        }
        return value.isValueNode() ? Optional.of(shortened(value.asText())) : Optional.empty();
    }

    /** Returns advice if only the quotes are wrong, or empty text. */
    static String quotingAdvice(JsonNode value, List<String> expected) {
        if (value.isValueNode() && !value.isTextual() && !value.isNull() && expected.contains(typeName("string"))) {
            return "; put it into quotes";
        }
        boolean number = value.isTextual() && value.asText().matches("-?[0-9]{1,30}");
        return number && expected.contains(typeName("integer")) ? "; write it without quotes" : "";
    }

    static String typeName(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "object" -> "a map";
            case "array" -> "a list";
            case "null" -> "nothing";
            default -> type;
        };
    }

    private static String quoted(JsonNode value) {
        return '"' + shortened(value.asText()) + '"';
    }

    /** Abbreviates before it replaces line breaks, to process only the beginning of a long text. */
    private static String shortened(String text) {
        String beginning = StringUtils.truncate(text, 2 * (MAX_LENGTH + 1));
        return StringUtils.abbreviate(beginning.replaceAll("\\R", " "), "…", MAX_LENGTH);
    }
}
