package io.kubefate.server.service.list;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What selects rows of a list.
 *
 * @param values what is allowed, and several of it; any text or time if empty
 * @param isTime whether it is a time in RFC 3339
 * @param description for people
 */
public record ListFilter(List<String> values, boolean isTime, String description) {

    public ListFilter {
        values = List.copyOf(values);
        requireNonNull(description, "description is null");
    }

    static ListFilter of(List<String> values) {
        return new ListFilter(
                values, false, "One or, separated by commas, several of " + String.join(", ", values) + ".");
    }

    static ListFilter text(String description) {
        return new ListFilter(List.of(), false, description);
    }

    static ListFilter time(String description) {
        return new ListFilter(List.of(), true, description);
    }
}
