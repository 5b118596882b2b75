package io.kubefate.server.http.body;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.list.ListFilter;
import io.kubefate.server.service.list.ListKind;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.Position;
import io.kubefate.server.service.list.SortOrder;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The query parameters of a request for a list: {@code limit}, {@code continue}, {@code sort} and the filters of the list. One that is empty
 * counts as not set.
 */
public record ListParameters(MultivaluedMap<String, String> query) {

    /** The greatest value of {@code limit}. */
    public static final int MAX_LIMIT = 1000;

    private static final Set<String> ALL_FILTERS = allFilters();

    /**
     * Parses the parameters.
     *
     * @throws KubefateException {@code INVALID_REQUEST} with what is allowed
     */
    public ListRequest read(ListKind kind) {
        Optional<SortOrder> sort = text("sort").map(text -> sort(text, kind));
        ListRequest request =
                new ListRequest(kind, limit().or(kind::usualLimit), sort, Optional.empty(), filters(kind));
        return text("continue")
                .map(token -> position(token, request))
                .map(after -> new ListRequest(kind, request.limit(), sort, Optional.of(after), request.filters()))
                .orElse(request);
    }

    private Optional<Integer> limit() {
        return text("limit").map(text -> {
            boolean valid =
                    text.matches("[0-9]{1,4}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= MAX_LIMIT;
            if (!valid) {
                throw KubefateException.invalid("limit must be a number from 1 to " + MAX_LIMIT);
            }
            return Integer.parseInt(text);
        });
    }

    private static SortOrder sort(String text, ListKind kind) {
        SortOrder order = SortOrder.parse(text);
        if (!kind.sorts().contains(order.field())) {
            throw KubefateException.invalid("sort must be one of " + String.join(", ", kind.sorts())
                    + "; for descending order, write \"-\" before it");
        }
        return order;
    }

    private static Position position(String token, ListRequest request) {
        return Position.parse(token)
                .filter(position -> position.kind().equals(request.kind().name())
                        && position.order().equals(request.order().text()))
                .orElseThrow(() -> KubefateException.invalid(
                        "continue must be the value from the reply with the part before, and sort must be the same"
                                + " as in that request; or start again without continue"));
    }

    private Map<String, List<String>> filters(ListKind kind) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        for (String name : ALL_FILTERS) {
            text(name).ifPresent(text -> filters.put(name, values(name, text, kind)));
        }
        return filters;
    }

    private static List<String> values(String name, String text, ListKind kind) {
        ListFilter filter = kind.filters().get(name);
        if (filter == null) {
            throw KubefateException.invalid("this list cannot be filtered by " + name + "; its filters are "
                    + String.join(", ", kind.filters().keySet()));
        }
        if (filter.isTime()) {
            requireTime(name, text);
        }
        return filter.values().isEmpty()
                ? List.of(text)
                : Arrays.stream(text.split(",", -1))
                        .map(value -> constant(name, value.strip(), filter.values()))
                        .toList();
    }

    private static void requireTime(String name, String text) {
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw KubefateException.invalid(name + " must be a time like 2026-01-31T12:00:00Z");
        }
    }

    private static String constant(String name, String value, List<String> allowed) {
        return allowed.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> KubefateException.invalid(
                        name + " must be one or, separated by commas, several of " + String.join(", ", allowed)));
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(query.getFirst(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Set<String> allFilters() {
        Set<String> names = new TreeSet<>();
        for (ListKind kind : ListKind.values()) {
            names.addAll(kind.filters().keySet());
        }
        return names;
    }
}
