package io.kubefate.cli.text;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
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
    public String table(Layout layout) {
        return text(columns.stream().filter(column -> !column.onlyWide()).toList(), layout);
    }

    @Override
    public String wide(Layout layout) {
        return text(columns, layout);
    }

    @Override
    public List<String> names() {
        return items.stream().map(name).toList();
    }

    private String text(List<Column<T>> shown, Layout layout) {
        Table table = new Table(shown.stream().map(Column::header).toArray(String[]::new));
        items.forEach(item -> table.row(cells(shown, item)));
        return table.text(layout, shown.stream().map(Column::kind).toList());
    }

    private @Nullable String[] cells(List<Column<T>> shown, T item) {
        return shown.stream().map(column -> column.cell().apply(item)).toArray(String[]::new);
    }
}
