package io.kubefate.server.service.list;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.row.SortColumn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a list that a client requests.
 *
 * @param limit how many rows at most
 * @param sort how to sort the list
 * @param after where the part begins
 * @param filters what the rows have in common; several values are alternatives
 */
public record ListRequest(
        ListKind kind,
        Optional<Integer> limit,
        Optional<SortOrder> sort,
        Optional<Position> after,
        Map<String, List<String>> filters) {

    public ListRequest {
        requireNonNull(kind, "kind is null");
        requireNonNull(limit, "limit is null");
        requireNonNull(sort, "sort is null");
        requireNonNull(after, "after is null");
        filters = Map.copyOf(filters);
    }

    /** Returns a request for the whole list in its usual order, as existing clients send it. */
    public static ListRequest all(ListKind kind) {
        return new ListRequest(kind, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Returns whether the whole list is requested, in its usual order. */
    public boolean isAll() {
        return isInUsualOrder() && filters.isEmpty();
    }

    boolean isInUsualOrder() {
        return limit.isEmpty() && sort.isEmpty() && after.isEmpty();
    }

    public SortOrder order() {
        return sort.orElseGet(kind::usualOrder);
    }

    /** Returns the column of the order. */
    public <T> SortColumn<T> sortedBy(List<SortColumn<T>> columns) {
        return columns.stream()
                .filter(column -> column.field().equals(order().field()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column for " + order()));
    }

    /** Returns how many rows to read: one more than the part has, which shows whether the list goes on. */
    public int rows() {
        return limit.map(rows -> rows + 1).orElse(Integer.MAX_VALUE);
    }

    /** Returns the value of a filter that has one value. */
    public Optional<String> filter(String name) {
        return values(name).stream().findFirst();
    }

    /** Returns the values of a filter; empty if it is not set. */
    public List<String> values(String name) {
        return filters.getOrDefault(name, List.of());
    }

    /** Returns the value of a filter that is a time. */
    public Optional<Instant> time(String name) {
        return filter(name).map(text -> OffsetDateTime.parse(text).toInstant());
    }

    /** Returns the text to look for, in lower case. */
    public Optional<String> text() {
        return filter("text").map(text -> text.toLowerCase(Locale.ROOT));
    }

    public <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        return values(name).stream().map(value -> Enum.valueOf(type, value)).collect(Collectors.toSet());
    }

    /** Returns the place behind a row. */
    Position behind(String value, String id) {
        return new Position(kind.name(), order().text(), value, id);
    }
}
