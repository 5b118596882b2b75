package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that is encrypted in the database: a text, or what {@link io.kubefate.server.store.row.JsonColumn} writes. A record of a row
 * with such a value states its cell with {@link #in}: a value without a cell cannot be stored, and one that was read from another cell
 * cannot be read.
 *
 * <p>A row can be read although its value cannot: {@link #value} fails then.
 */
public final class Confidential<T> {

    private final Optional<Cell> cell;
    private final @Nullable T value;
    private final Optional<UnreadableTextException> failure;

    private Confidential(Optional<Cell> cell, @Nullable T value, Optional<UnreadableTextException> failure) {
        this.cell = requireNonNull(cell, "cell is null");
        this.value = value;
        this.failure = requireNonNull(failure, "failure is null");
    }

    /** Returns a value that has no cell yet. */
    public static <T> Confidential<T> of(T value) {
        return new Confidential<>(Optional.empty(), requireNonNull(value, "value is null"), Optional.empty());
    }

    /** Returns what stands for a value that cannot be read. */
    static <T> Confidential<T> unreadable(UnreadableTextException failure) {
        return new Confidential<>(Optional.empty(), null, Optional.of(failure));
    }

    /** Returns where it is stored; empty until that is stated. */
    public Optional<Cell> cell() {
        return cell;
    }

    /**
     * Returns the value.
     *
     * @throws UnreadableTextException if it cannot be decrypted, or belongs to another cell
     */
    public T value() {
        if (value == null) {
            throw failure.orElseThrow();
        }
        return value;
    }

    /** Returns the value; empty if it cannot be read. */
    public Optional<T> readable() {
        return Optional.ofNullable(value);
    }

    /** Returns the value in its cell; unreadable if it belongs to another cell. */
    public Confidential<T> in(Cell own) {
        if (cell.filter(stated -> !stated.equals(own)).isPresent()) {
            return unreadable(new UnreadableTextException("the database was changed by somebody else: " + own
                    + " contains what belongs to " + cell.get() + "; restore a backup"));
        }
        return new Confidential<>(Optional.of(own), value, failure);
    }

    /** Returns what a function makes of the value, in the same cell. */
    <R> Confidential<R> map(Function<T, R> function) {
        return new Confidential<>(cell, value == null ? null : function.apply(value), failure);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Confidential<?> that
                && cell.equals(that.cell)
                && Objects.equals(value, that.value)
                && failure.equals(that.failure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cell, value, failure);
    }

    /** Omits the value. */
    @Override
    public String toString() {
        return "confidential";
    }
}
