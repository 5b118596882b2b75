package io.kubefate.cli.text;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list as a table with one row for each item.
 *
 * @param name what to name an item by on the command line
 */
public record Listing<T>(List<T> items, List<Column<T>> columns, Function<T, String> name) implements Display {

    public Listing {
        items = List.copyOf(items);
        columns = List.copyOf(columns);
        requireNonNull(name, "name is null");
    }

    @Override
    public String text(Layout layout) {
        return table(shown(layout)).text(layout, kinds(layout));
    }

    /**
     * Returns the rows of some items, aligned as in the table of all items.
     *
     * @param header whether the header is the first row
     */
    public String rows(Set<T> some, boolean header, Layout layout) {
        List<String> rows = table(shown(layout)).rows(layout, kinds(layout));
        return IntStream.range(0, rows.size())
                .filter(row -> row == 0 ? header : some.contains(items.get(row - 1)))
                .mapToObj(rows::get)
                .collect(Collectors.joining());
    }

    /** {@return the cells that change only if the item changes, unlike its age} */
    public List<String> state(T item) {
        return columns.stream()
                .filter(column -> column.kind() != Column.Kind.AGE)
                .map(column -> String.valueOf(column.cell().apply(item)))
                .toList();
    }

    @Override
    public List<String> names() {
        return items.stream().map(name).toList();
    }

    private List<Column<T>> shown(Layout layout) {
        return columns.stream()
                .filter(column -> layout.wide() || !column.onlyWide())
                .toList();
    }

    private List<Column.Kind> kinds(Layout layout) {
        return shown(layout).stream().map(Column::kind).toList();
    }

    private Table table(List<Column<T>> shown) {
        Table table = new Table(shown.stream().map(Column::header).toArray(String[]::new));
        items.forEach(item -> table.row(cells(shown, item)));
        return table;
    }

    private @Nullable String[] cells(List<Column<T>> shown, T item) {
        return shown.stream().map(column -> column.cell().apply(item)).toArray(String[]::new);
    }
}
