package io.kubefate.cli.jsonpath;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code @.a == "b"}.
 *
 * @param path from the item to the compared value
 * @param operator one of {@link #OPERATORS}; empty for "has a value"
 * @param operand a text, number or boolean as text
 */
record Condition(Path path, String operator, String operand) {

    static final List<String> OPERATORS = List.of("==", "!=", "<=", ">=", "<", ">");

    Condition {
        requireNonNull(path, "path is null");
        requireNonNull(operator, "operator is null");
        requireNonNull(operand, "operand is null");
    }

    boolean matches(JsonNode item) {
        List<JsonNode> values = path.find(item, item);
        return operator.isEmpty() ? !values.isEmpty() : values.stream().anyMatch(this::compare);
    }

    private boolean compare(JsonNode value) {
        int order = value.isNumber() && operand.matches("-?\\d+(\\.\\d+)?")
                ? value.decimalValue().compareTo(new BigDecimal(operand))
                : value.asText().compareTo(operand);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }
}
