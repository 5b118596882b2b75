package io.kubefate.cli.client;

import io.kubefate.api.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which part of a list to fetch, and in which order.
 *
 * @param limit the maximum number of items
 * @param sort a field of the service's list; with {@code -} before it, in descending order
 * @param filters by name; for example {@code status}
 */
public record ListQuery(Optional<Integer> limit, Optional<String> sort, Map<String, String> filters) {

    /** The service rejects a greater limit. */
    private static final int MAXIMUM_LIMIT = 1000;

    public ListQuery {
        filters = Map.copyOf(filters);
    }

    /** {@return the whole list} */
    public static ListQuery all() {
        return of(Map.of());
    }

    /** {@return all items that match the filters} */
    public static ListQuery of(Map<String, String> filters) {
        return new ListQuery(Optional.empty(), Optional.empty(), filters);
    }

    /** {@return this query with another limit} */
    ListQuery withLimit(int number) {
        return new ListQuery(Optional.of(number), sort, filters);
    }

    /** {@return this query with a limit, unless it has one} */
    public ListQuery withDefaultLimit(int number) {
        return new ListQuery(limit.or(() -> Optional.of(number)), sort, filters);
    }

    /** {@return this query with an order, unless it has one} */
    public ListQuery withDefaultSort(String field) {
        return new ListQuery(limit, sort.or(() -> Optional.of(field)), filters);
    }

    /** {@return the items up to the limit; cuts off what a service sends beyond it} */
    <T> ListPart<T> part(Reply<List<T>> reply) {
        List<T> items = KubefateClient.list(reply);
        int size = Math.min(items.size(), limit.orElse(items.size()));
        return size == items.size()
                ? ListPart.of(items, reply)
                : new ListPart<>(items.subList(0, size), Optional.of((long) items.size() - size));
    }

    /** {@return the query of an URL; empty for the whole list} */
    String text() {
        Map<String, String> parameters = new LinkedHashMap<>();
        limit.filter(number -> number <= MAXIMUM_LIMIT)
                .ifPresent(number -> parameters.put("limit", String.valueOf(number)));
        sort.ifPresent(field -> parameters.put("sort", field));
        filters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(filter -> parameters.put(filter.getKey(), filter.getValue()));
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + KubefateClient.segment(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }
}
