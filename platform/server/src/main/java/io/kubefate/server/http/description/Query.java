package io.kubefate.server.http.description;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A query parameter that a method reads itself, in the words of JSON Schema.
 *
 * @param format empty text for none
 * @param values what is allowed; empty for everything of the type
 * @param isPositive whether a number must be 1 or more
 */
public record Query(
        String name, String type, String format, List<String> values, boolean isPositive, String description) {

    public Query {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(format, "format is null");
        values = List.copyOf(values);
        requireNonNull(description, "description is null");
    }

    static Query text(String name, String description) {
        return new Query(name, "string", "", List.of(), false, description);
    }

    static Query time(String name, String description) {
        return new Query(name, "string", "date-time", List.of(), false, description);
    }

    static Query oneOf(String name, List<String> values, String description) {
        return new Query(name, "string", "", values, false, description);
    }

    static Query flag(String name, String description) {
        return new Query(name, "boolean", "", List.of(), false, description);
    }

    static Query number(String name, String description) {
        return new Query(name, "integer", "int64", List.of(), false, description);
    }

    static Query positive(String name, String description) {
        return new Query(name, "integer", "int64", List.of(), true, description);
    }
}
