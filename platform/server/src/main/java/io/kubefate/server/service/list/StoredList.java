package io.kubefate.server.service.list;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.row.RowPosition;
import io.kubefate.server.store.row.RowRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Divides a list that the database sorts and filters. */
public final class StoredList {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}";

    private StoredList() {}

    /**
     * Reads a part with one statement.
     *
     * @param column by which the list is sorted
     * @param read reads the rows
     * @param value of the column
     * @param id the row number
     */
    public static <T> ListPart<T> part(
            ListRequest request,
            String column,
            Function<RowRange, List<T>> read,
            Function<T, String> value,
            ToLongFunction<T> id) {
        Optional<RowPosition> after = request.after().map(position -> stored(position, column));
        RowRange range = new RowRange(column, request.order().descending(), after, request.rows());
        return ListPart.of(read.apply(range), request, value, row -> String.valueOf(id.applyAsLong(row)));
    }

    /** Only the token of a client that made it itself can have other values than those of a row. */
    private static RowPosition stored(Position position, String column) {
        boolean number = position.id().matches("\\d{1,18}");
        boolean comparable = switch (column) {
            case "id" -> position.value().equals(position.id());
            case "updated_at" -> position.value().matches(TIME);
            default -> true;
        };
        if (!number || !comparable) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST, "continue is not valid; start again without continue");
        }
        return new RowPosition(position.value(), Long.parseLong(position.id()));
    }
}
