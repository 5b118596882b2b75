package io.kubefate.cli.text;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param cell the text; null prints as empty, because services omit fields
 */
public record Column<T>(String header, Kind kind, boolean onlyWide, Function<T, @Nullable String> cell) {

    enum Kind {
        /** Never shortened: names, numbers, times. */
        EXACT,
        /** Shortened to its first digits, which commands accept, if the terminal is too narrow. */
        UUID,
        /** Never shortened, and changes with time. */
        AGE,
        STATUS,
        /** Shortened if the terminal is too narrow. */
        TEXT
    }

    public Column {
        requireNonNull(header, "header is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(cell, "cell is null");
    }

    /** A column that is never shortened. */
    public static <T> Column<T> exact(String header, Function<T, @Nullable String> cell) {
        return new Column<>(header, Kind.EXACT, false, cell);
    }

    /** A column of UUIDs. */
    public static <T> Column<T> uuid(String header, Function<T, @Nullable String> cell) {
        return new Column<>(header, Kind.UUID, false, cell);
    }

    /** A column that changes with time, and is never shortened. */
    public static <T> Column<T> age(String header, Function<T, @Nullable String> cell) {
        return new Column<>(header, Kind.AGE, false, cell);
    }

    /** A column of status words, which have colors. */
    public static <T> Column<T> status(String header, Function<T, @Nullable String> cell) {
        return new Column<>(header, Kind.STATUS, false, cell);
    }

    /** A column that is shortened if the terminal is too narrow. */
    public static <T> Column<T> text(String header, Function<T, @Nullable String> cell) {
        return new Column<>(header, Kind.TEXT, false, cell);
    }

    /** {@return this column for {@code -o wide} only} */
    public Column<T> wide() {
        return new Column<>(header, kind, true, cell);
    }
}
