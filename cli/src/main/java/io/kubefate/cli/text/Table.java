package io.kubefate.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells. In files and pipes in the format of KubeFATE's command line: columns padded to their widest cell and separated by a
 * TAB, an empty line at the end. A cell may have several lines.
 */
public final class Table {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");
    private static final String SEPARATOR_OF_FILES = "\t";
    private static final int GAP = 3;
    private static final int SHORT_UUID = 8;
    private static final String ELLIPSIS = "…";
    private static final int MINIMUM_WIDTH = 8;

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean hasHeader;

    /**
     * An empty table.
     *
     * @param header the first row; none for a table of labels and values
     */
    public Table(String... header) {
        this.hasHeader = header.length > 0;
        if (hasHeader) {
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
        return text(Layout.plain(false), List.of());
    }

    /**
     * Shortens texts and colors status words, if the layout requires it.
     *
     * @param kinds of the columns
     * @return the lines, each with a line feed at its end
     */
    String text(Layout layout, List<Column.Kind> kinds) {
        String text = String.join("", rows(layout, kinds));
        return layout.isTerminal() && hasHeader ? text : text + "\n";
    }

    /** {@return the lines with spaces between the columns, for a cell of another table} */
    public String nested() {
        return String.join("", rows(widths(), " ".repeat(GAP), List.of(), false));
    }

    /** {@return the lines of each row, and of the header first} */
    List<String> rows(Layout layout, List<Column.Kind> kinds) {
        int[] widths = widths();
        String separator = layout.isTerminal() ? " ".repeat(fit(widths, kinds, layout.columns())) : SEPARATOR_OF_FILES;
        return rows(widths, separator, kinds, layout.colors());
    }

    private List<String> rows(int[] widths, String separator, List<Column.Kind> kinds, boolean colors) {
        List<Integer> fitting = Arrays.stream(widths).boxed().toList();
        Format header = new Format(fitting, separator, List.of(), false);
        Format items = new Format(fitting, separator, kinds, colors);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> lines(rows.get(row), hasHeader && row == 0 ? header : items))
                .toList();
    }

    /**
     * How lines are printed.
     *
     * @param kinds of the columns; empty if they are of no kind
     */
    private record Format(List<Integer> widths, String separator, List<Column.Kind> kinds, boolean colors) {

        String line(List<String> cells) {
            String line = IntStream.range(0, cells.size())
                    .mapToObj(column -> cell(cells, column))
                    .collect(Collectors.joining(separator));
            return line.stripTrailing();
        }

        private String cell(List<String> cells, int column) {
            String text = cells.get(column);
            int width = widths.get(column);
            String fitting = text.length() > width ? shortened(text, width, is(Column.Kind.UUID, column)) : text;
            String padded = fitting + " ".repeat(width - fitting.length());
            return colors && is(Column.Kind.STATUS, column)
                    ? StatusColor.of(text).paint(padded)
                    : padded;
        }

        private boolean is(Column.Kind kind, int column) {
            return column < kinds.size() && kinds.get(column) == kind;
        }

        /** A UUID without an ellipsis, so that a double click selects what a command accepts. */
        private static String shortened(String text, int width, boolean isUuid) {
            return isUuid ? text.substring(0, SHORT_UUID) : text.substring(0, width - 1) + ELLIPSIS;
        }
    }

    private static String lines(List<String> row, Format format) {
        List<List<String>> cells =
                row.stream().map(cell -> cell.lines().toList()).toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(number -> format.line(at(cells, number)) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> at(List<List<String>> cells, int number) {
        return cells.stream()
                .map(lines -> number < lines.size() ? lines.get(number) : "")
                .toList();
    }

    /**
     * Reduces the widths until the table fits, or nothing can be shortened.
     *
     * @return the gap between columns
     */
    private int fit(int[] widths, List<Column.Kind> kinds, int columns) {
        if (excess(widths, columns, GAP) > 0) {
            IntStream.range(0, kinds.size())
                    .filter(column -> kinds.get(column) == Column.Kind.UUID)
                    .forEach(column -> widths[column] = Math.min(
                            widths[column],
                            Math.max(SHORT_UUID, rows.get(0).get(column).length())));
        }
        shorten(widths, kinds, excess(widths, columns, GAP));
        return IntStream.of(GAP, GAP - 1)
                .filter(gap -> excess(widths, columns, gap) <= 0)
                .findFirst()
                .orElse(1);
    }

    private static int excess(int[] widths, int columns, int gap) {
        return Arrays.stream(widths).sum() + gap * (widths.length - 1) - columns;
    }

    /** Reduces the widest text until enough is saved or no text can be shortened. */
    private static void shorten(int[] widths, List<Column.Kind> kinds, int tooMany) {
        int excess = tooMany;
        for (OptionalInt widest = widest(widths, kinds);
                excess > 0 && widest.isPresent();
                widest = widest(widths, kinds)) {
            widths[widest.getAsInt()]--;
            excess--;
        }
    }

    private static OptionalInt widest(int[] widths, List<Column.Kind> kinds) {
        return IntStream.range(0, kinds.size())
                .filter(column -> kinds.get(column) == Column.Kind.TEXT && widths[column] > MINIMUM_WIDTH)
                .reduce((a, b) -> widths[b] > widths[a] ? b : a);
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
        return cell == null ? "" : CONTROL.matcher(cell.replace("\t", "    ")).replaceAll("");
    }
}
