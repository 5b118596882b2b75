package io.kubefate.cli.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * {@code ?(@.a == "b" && @.c || @.d)}: the items that meet conditions. Other than kubectl's, it can combine them.
 *
 * @param alternatives of which an item meets one, with all its conditions
 */
record Filter(List<List<Condition>> alternatives) implements Step {

    Filter {
        alternatives = List.copyOf(alternatives);
    }

    @Override
    public Stream<JsonNode> select(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false).filter(this::matches);
    }

    private boolean matches(JsonNode item) {
        return alternatives.stream()
                .anyMatch(conditions -> conditions.stream().allMatch(condition -> condition.matches(item)));
    }
}
