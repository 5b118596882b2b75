package io.kubefate.cli.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path to values.
 *
 * @param absolute whether it starts at the whole value ({@code $}), not at the current one
 */
record Path(boolean absolute, List<Step> steps) {

    Path {
        steps = List.copyOf(steps);
    }

    List<JsonNode> find(JsonNode root, JsonNode current) {
        Stream<JsonNode> values = Stream.of(absolute ? root : current);
        for (Step step : steps) {
            values = values.flatMap(step::select);
        }
        return values.toList();
    }
}
