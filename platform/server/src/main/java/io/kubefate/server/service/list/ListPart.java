package io.kubefate.server.service.list;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param rest what follows; empty if this is the last part
 */
public record ListPart<T>(List<T> items, Optional<Rest> rest) {

    /**
     * What follows a part.
     *
     * @param token the token of the next part
     * @param count how many rows there are; empty if there are too many to count
     */
    public record Rest(String token, Optional<Long> count) {

        public Rest {
            requireNonNull(token, "token is null");
            requireNonNull(count, "count is null");
        }
    }

    public ListPart {
        items = List.copyOf(items);
        requireNonNull(rest, "rest is null");
    }

    public static <T> ListPart<T> all(List<T> items) {
        return new ListPart<>(items, Optional.empty());
    }

    /**
     * Cuts off the rows by which the list goes on.
     *
     * @param rows at least one more than the part has, if the list goes on
     * @param behind the place behind a row
     * @param count how many rows there are behind a place; empty if there are too many to count
     */
    static <T> ListPart<T> of(
            List<T> rows, ListRequest request, Function<T, Position> behind, Function<Position, Optional<Long>> count) {
        int limit = request.limit().orElse(Integer.MAX_VALUE);
        if (rows.size() <= limit) {
            return all(rows);
        }
        Position end = behind.apply(rows.get(limit - 1));
        return new ListPart<>(rows.subList(0, limit), Optional.of(new Rest(end.token(), count.apply(end))));
    }

    public <R> ListPart<R> map(Function<List<T>, List<R>> mapping) {
        return new ListPart<>(mapping.apply(items), rest);
    }
}
