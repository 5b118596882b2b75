package io.kubefate.cli.client;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Reply;
import java.util.List;
import java.util.Optional;

/**
 * The selected items of a list, up to a limit.
 *
 * @param remaining how many items follow; empty if there are too many to count
 */
public record ListPart<T>(List<T> items, Optional<Long> remaining) {

    public ListPart {
        items = List.copyOf(items);
        requireNonNull(remaining, "remaining is null");
    }

    /** {@return all selected items} */
    public static <T> ListPart<T> complete(List<T> items) {
        return new ListPart<>(items, Optional.of(0L));
    }

    /** {@return the items that end with those of a reply} */
    static <T> ListPart<T> of(List<T> items, Reply<List<T>> last) {
        return last.next() == null ? complete(items) : new ListPart<>(items, Optional.ofNullable(last.remaining()));
    }

    public boolean isComplete() {
        return remaining.equals(Optional.of(0L));
    }
}
