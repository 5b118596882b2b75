package io.kubefate.server.service.list;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the token of the next part; empty if this is the last one
 */
public record ListPart<T>(List<T> items, Optional<String> next) {

    public ListPart {
        items = List.copyOf(items);
        requireNonNull(next, "next is null");
    }

    public static <T> ListPart<T> all(List<T> items) {
        return new ListPart<>(items, Optional.empty());
    }

    /**
     * Cuts off the row by which the list goes on.
     *
     * @param rows at most {@link ListRequest#rows()}
     * @param value by which the list is sorted
     * @param id by which rows of the same value are sorted
     */
    public static <T> ListPart<T> of(
            List<T> rows, ListRequest request, Function<T, String> value, Function<T, String> id) {
        int limit = request.limit().orElse(Integer.MAX_VALUE);
        if (rows.size() <= limit) {
            return all(rows);
        }
        T last = rows.get(limit - 1);
        return new ListPart<>(
                rows.subList(0, limit),
                Optional.of(request.behind(value.apply(last), id.apply(last)).token()));
    }

    public <R> ListPart<R> map(Function<List<T>, List<R>> mapping) {
        return new ListPart<>(mapping.apply(items), next);
    }
}
