package io.kubefate.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells in the format of KubeFATE's command line: columns padded to their widest cell and separated by a TAB, an
 * empty line at the end. A cell may have several lines.
 */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * An empty table.
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
     * @param cells the texts; null prints as empty, because services omit fields
     * @return this table
     */
    public Table row(@Nullable String... cells) {
        rows.add(Arrays.stream(cells).map(Table::printable).toList());
        return this;
    }

    /** {@return the lines, each with a line feed at its end} */
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

    /** Removes control sequences: cells contain output of containers, which must not control the user's terminal. */
    private static String printable(@Nullable String cell) {
        return cell == null ? "" : cell.replace("\t", "    ").replaceAll("[\\p{Cntrl}&&[^\n]]", "");
    }
}
