package io.kubefate.server.service.list;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.row.RowPosition;
import io.kubefate.server.store.row.RowRange;
import io.kubefate.server.store.row.SortColumn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Divides a list that the database sorts and filters.
 *
 * @param sort by which the list is sorted
 * @param id the row number
 */
public record StoredList<T>(SortColumn<T> sort, ToLongFunction<T> id) {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}";

    public StoredList {
        requireNonNull(sort, "sort is null");
        requireNonNull(id, "id is null");
    }

    /**
     * Reads a part with one statement, and counts the rows behind it with another one if the list goes on.
     *
     * @param read reads rows
     * @param count counts rows, without the limit of the range; empty if there are too many
     */
    public ListPart<T> part(
            ListRequest request, Function<RowRange, List<T>> read, Function<RowRange, Optional<Long>> count) {
        return ListPart.of(
                read.apply(range(request, request.after())),
                request,
                row -> request.behind(sort.value().apply(row), String.valueOf(id.applyAsLong(row))),
                end -> count.apply(range(request, Optional.of(end))));
    }

    private RowRange range(ListRequest request, Optional<Position> after) {
        return new RowRange(sort.column(), request.order().descending(), after.map(this::stored), request.rows());
    }

    /** Only the token of a client that made it itself can have other values than those of a row. */
    private RowPosition stored(Position position) {
        boolean number = position.id().matches("\\d{1,18}");
        boolean comparable = switch (sort.type()) {
            case ROW_NUMBER -> position.value().equals(position.id());
            case TIME -> position.value().matches(TIME);
            case TEXT -> true;
        };
        if (!number || !comparable) {
            throw KubefateException.invalid("continue is not valid; start again without continue");
        }
        return new RowPosition(position.value(), Long.parseLong(position.id()));
    }
}
