package io.kubefate.server.service.list;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sorts, filters and divides a list that is read as a whole. */
public final class MemoryList<T> {

    private final Function<T, String> id;
    private final Map<String, Function<T, String>> values = new HashMap<>();

    /** @param id what no two items have in common */
    public MemoryList(Function<T, String> id) {
        this.id = requireNonNull(id, "id is null");
    }

    /** Adds a value by which the list is sorted or filtered; texts are sorted by their characters. */
    public MemoryList<T> with(String name, Function<T, String> value) {
        values.put(name, value);
        return this;
    }

    /** Returns a number that is not negative as a text; such texts are sorted like their numbers. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%019d", value);
    }

    public ListPart<T> part(List<T> all, ListRequest request) {
        List<T> selected = all.stream().filter(item -> matches(item, request)).toList();
        if (request.isInUsualOrder()) {
            return ListPart.all(selected);
        }
        SortOrder order = request.order();
        Comparator<Place> direction = order.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Function<T, String> value = value(order.field());
        Function<T, Place> place = item -> new Place(value.apply(item), id.apply(item));
        List<T> rows = selected.stream()
                .filter(item -> request.after()
                        .map(after -> direction.compare(place.apply(item), new Place(after.value(), after.id())) > 0)
                        .orElse(true))
                .sorted(Comparator.comparing(place, direction))
                .toList();
        return ListPart.of(
                rows,
                request,
                row -> request.behind(value.apply(row), id.apply(row)),
                end -> Optional.of((long) rows.size() - request.limit().orElse(0)));
    }

    private boolean matches(T item, ListRequest request) {
        return request.filters().entrySet().stream().allMatch(filter -> {
            String value = value(filter.getKey()).apply(item);
            return filter.getKey().equals("text")
                    ? value.toLowerCase(Locale.ROOT).contains(request.text().orElse(""))
                    : filter.getValue().contains(value);
        });
    }

    private Function<T, String> value(String name) {
        return requireNonNull(values.get(name), () -> "the list has no value " + name);
    }

    private record Place(String value, String id) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byValue = value.compareTo(other.value);
            return byValue != 0 ? byValue : id.compareTo(other.id);
        }
    }
}
