package io.kubefate.server.service.list;

import static java.util.Objects.requireNonNull;

/** How a list is sorted. */
public record SortOrder(String field, boolean descending) {

    public SortOrder {
        requireNonNull(field, "field is null");
    }

    /** Parses a field, behind a minus for descending order. */
    public static SortOrder parse(String text) {
        return text.startsWith("-") ? new SortOrder(text.substring(1), true) : new SortOrder(text, false);
    }

    /** Returns the order as it is parsed. */
    public String text() {
        return descending ? "-" + field : field;
    }
}
