package io.kubefate.server.store.row;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A part of a sorted list. Rows with the same value are sorted by their row number.
 *
 * @param column by which the list is sorted
 * @param descending whether the list starts with the greatest value
 * @param after the last row of the previous part; empty for the first part
 * @param limit how many rows at most
 */
public record RowRange(String column, boolean descending, Optional<RowPosition> after, int limit) {

    public RowRange {
        requireNonNull(column, "column is null");
        requireNonNull(after, "after is null");
    }

    public String direction() {
        return descending ? "desc" : "asc";
    }

    /** Returns how a row compares with an earlier one. */
    public String beyond() {
        return descending ? "<" : ">";
    }

    public Optional<String> afterValue() {
        return after.map(RowPosition::value);
    }

    public long afterId() {
        return after.map(RowPosition::id).orElse(0L);
    }
}
