package io.kubefate.server.store.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A part of a list that goes from the newest row to the oldest.
 *
 * @param limit how many rows at most
 * @param before only rows with a smaller row number
 */
public record RowPage(int limit, long before) {

    public RowPage {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of a page must be at least 1, not " + limit);
        }
    }

    private static final int LARGE = 500;

    /**
     * Reads a whole list in large pages.
     *
     * @param read reads a page, newest first
     * @param id the row number
     * @return all rows, oldest first
     */
    public static <T> List<T> all(Function<RowPage, List<T>> read, ToLongFunction<T> id) {
        List<T> rows = new ArrayList<>();
        RowPage page = first(LARGE);
        List<T> part = read.apply(page);
        while (!part.isEmpty()) {
            rows.addAll(part);
            page = new RowPage(LARGE, id.applyAsLong(part.get(part.size() - 1)));
            part = part.size() < LARGE ? List.of() : read.apply(page);
        }
        Collections.reverse(rows);
        return rows;
    }

    public static RowPage first(int limit) {
        return new RowPage(limit, Long.MAX_VALUE);
    }
}
