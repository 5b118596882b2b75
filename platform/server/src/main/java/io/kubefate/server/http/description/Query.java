package io.kubefate.server.http.description;

import static java.util.Objects.requireNonNull;

/**
 * A query parameter that a method reads itself, in the words of JSON Schema.
 *
 * @param format empty text for none
 */
public record Query(String name, String type, String format, String description) {

    public Query {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(format, "format is null");
        requireNonNull(description, "description is null");
    }

    static Query text(String name, String description) {
        return new Query(name, "string", "", description);
    }

    static Query time(String name, String description) {
        return new Query(name, "string", "date-time", description);
    }

    static Query flag(String name, String description) {
        return new Query(name, "boolean", "", description);
    }

    static Query number(String name, String description) {
        return new Query(name, "integer", "int64", description);
    }
}
