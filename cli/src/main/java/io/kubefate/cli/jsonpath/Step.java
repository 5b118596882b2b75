package io.kubefate.cli.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One step of a path: from a value to values in it. */
interface Step {

    /** {@return the values in the order of the JSON; none if the value has no such parts} */
    Stream<JsonNode> select(JsonNode value);

    static Step field(String name) {
        return value -> Stream.ofNullable(value.get(name));
    }

    /** {@code *}: all items of a list, or all values of an object. */
    static Step all() {
        return Step::children;
    }

    /** {@code ..}: the value and all that is in it. */
    static Step descendants() {
        return Step::withDescendants;
    }

    /** {@code [1]}; a negative index counts from the end. */
    static Step index(int index) {
        return value -> Stream.ofNullable(value.isArray() ? value.get(index < 0 ? value.size() + index : index) : null);
    }

    /** {@code [from:to:step]}: the items from one index until before another. */
    static Step slice(Optional<Integer> from, Optional<Integer> to, int step) {
        return value -> {
            int size = value.isArray() ? value.size() : 0;
            int start = position(from.orElse(0), size);
            int end = position(to.orElse(size), size);
            return IntStream.iterate(start, index -> index < end, index -> index + step)
                    .mapToObj(value::get);
        };
    }

    /** {@code ['a','b']}: what each of the steps selects. */
    static Step union(List<Step> steps) {
        return value -> steps.stream().flatMap(step -> step.select(value));
    }

    private static int position(int index, int size) {
        return Math.max(0, Math.min(size, index < 0 ? size + index : index));
    }

    private static Stream<JsonNode> children(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false);
    }

    private static Stream<JsonNode> withDescendants(JsonNode value) {
        return Stream.concat(Stream.of(value), children(value).flatMap(Step::withDescendants));
    }
}
