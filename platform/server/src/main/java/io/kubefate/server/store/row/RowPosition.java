package io.kubefate.server.store.row;

import static java.util.Objects.requireNonNull;

/**
 * A place in a sorted list, which stays where it is if the row is deleted.
 *
 * @param value of the column by which the list is sorted, as a text that all databases read
 * @param id the row number
 */
public record RowPosition(String value, long id) {

    public RowPosition {
        requireNonNull(value, "value is null");
    }
}
