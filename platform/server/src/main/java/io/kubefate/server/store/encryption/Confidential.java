package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A value that is encrypted in the database. A record of a row with such a value states its cell with {@link #in}: a value without a
 * cell cannot be stored, and one that was read from another cell is rejected.
 *
 * @param cell where it is stored; empty until that is stated
 * @param value a text, or what {@link io.kubefate.server.store.row.JsonColumn} writes
 */
public record Confidential<T>(Optional<Cell> cell, T value) {

    public Confidential {
        requireNonNull(cell, "cell is null");
        requireNonNull(value, "value is null");
    }

    public static <T> Confidential<T> of(T value) {
        return new Confidential<>(Optional.empty(), value);
    }

    /**
     * Returns the value in its cell.
     *
     * @throws IllegalStateException if it belongs to another cell
     */
    public Confidential<T> in(Cell own) {
        if (cell.filter(stated -> !stated.equals(own)).isPresent()) {
            throw new IllegalStateException(
                    "the database was changed by somebody else: " + own + " contains what belongs to " + cell.get());
        }
        return cell.isPresent() ? this : new Confidential<>(Optional.of(own), value);
    }

    /** Omits the value. */
    @Override
    public String toString() {
        return "confidential";
    }
}
