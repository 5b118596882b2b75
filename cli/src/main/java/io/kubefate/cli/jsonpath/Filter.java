package io.kubefate.cli.jsonpath;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * {@code ?(@.a == "b")}: the items that meet a condition.
 *
 * @param path from the item to the compared value
 * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}; empty for "has a value"
 * @param operand a text, number or boolean as text
 */
record Filter(Path path, String operator, String operand) implements Step {

    Filter {
        requireNonNull(path, "path is null");
        requireNonNull(operator, "operator is null");
        requireNonNull(operand, "operand is null");
    }

    @Override
    public Stream<JsonNode> select(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false).filter(this::matches);
    }

    private boolean matches(JsonNode item) {
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
