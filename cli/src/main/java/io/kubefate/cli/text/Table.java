package io.kubefate.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of cells, printed as KubeFATE's command line always did: columns padded to their widest cell and separated by a TAB,
 * an empty line at the end. A cell may have several lines.
 */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table.
     *
     * @param header the first row; none for a table of labels and values
     */
    public Table(String... header) {
        if (header.length > 0) {
            row(header);
        }
    }

    /**
     * Adds a row.
     *
     * @param cells its texts; null is printed as nothing
     * @return this table
     */
    public Table row(String... cells) {
        rows.add(Arrays.stream(cells).map(Table::printable).toList());
        return this;
    }

    /** {@return the table's text; every line ends with a line feed} */
    public String text() {
        int[] widths = widths();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            List<List<String>> cells =
                    row.stream().map(cell -> cell.lines().toList()).toList();
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                text.append(line(cells, line, widths)).append('\n');
            }
        }
        return text.append('\n').toString();
    }

    private static String line(List<List<String>> cells, int number, int[] widths) {
        String line = IntStream.range(0, cells.size())
                .mapToObj(column -> pad(at(cells.get(column), number), widths[column]))
                .collect(Collectors.joining("\t"));
        return line.stripTrailing();
    }

    private static String at(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : "";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, columns).map(this::width).toArray();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .flatMap(row -> row.get(column).lines())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** What containers write ends up in tables; none of it may steer the user's terminal. */
    private static String printable(String cell) {
        return cell == null ? "" : cell.replace("\t", "    ").replaceAll("[\\p{Cntrl}&&[^\n]]", "");
    }
}
