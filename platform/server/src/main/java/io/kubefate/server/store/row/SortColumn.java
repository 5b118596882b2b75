package io.kubefate.server.store.row;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.Function;

/**
 * A column by which a list is sorted. It has an index.
 *
 * @param field the name that clients use
 * @param column the name in the table
 * @param value returns the value of a row as a text that all databases read
 * @param <T> the rows
 */
public record SortColumn<T>(String field, String column, Type type, Function<T, String> value) {

    public SortColumn {
        requireNonNull(field, "field is null");
        requireNonNull(column, "column is null");
        requireNonNull(type, "type is null");
        requireNonNull(value, "value is null");
    }

    /** What the values are. */
    public enum Type {
        ROW_NUMBER,
        TIME,
        TEXT
    }

    public static <T> SortColumn<T> rowNumber(String field, String column, Function<T, Long> value) {
        return new SortColumn<>(field, column, Type.ROW_NUMBER, row -> String.valueOf(value.apply(row)));
    }

    public static <T> SortColumn<T> time(String field, String column, Function<T, Instant> value) {
        return new SortColumn<>(field, column, Type.TIME, row -> TimeColumn.text(value.apply(row)));
    }

    public static <T> SortColumn<T> text(String field, String column, Function<T, String> value) {
        return new SortColumn<>(field, column, Type.TEXT, value);
    }
}
