package io.kubefate.server.store.original;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A row of a table of the original. Its columns depend on the version of the original.
 *
 * @param columns the values by the names of the columns, without nulls; times without a zone
 */
record OriginalRow(Map<String, Object> columns) {

    OriginalRow {
        columns = Map.copyOf(requireNonNull(columns, "columns is null"));
    }

    static OriginalRow read(ResultSet row, StatementContext context) throws SQLException {
        Map<String, Object> columns = new LinkedHashMap<>();
        ResultSetMetaData names = row.getMetaData();
        for (int index = 1; index <= names.getColumnCount(); index++) {
            Object value = row.getObject(index);
            // A time as the database has it: the driver would convert it to the zone of this process.
            Object kept = value instanceof Date ? row.getObject(index, LocalDateTime.class) : value;
            if (kept != null) {
                columns.put(names.getColumnLabel(index).toLowerCase(Locale.ROOT), kept);
            }
        }
        return new OriginalRow(columns);
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Returns a text; empty if the column is null or missing. */
    String text(String column) {
        Object value = columns.get(column);
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return value == null ? "" : String.valueOf(value);
    }

    /** Returns a number; 0 if the column is null or missing. */
    long number(String column) {
        return columns.get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** Returns a time, which the original writes in the zone of its container, UTC. */
    Optional<Instant> time(String column) {
        return columns.get(column) instanceof LocalDateTime time
                ? Optional.of(time.toInstant(ZoneOffset.UTC)).filter(at -> at.isAfter(Instant.EPOCH))
                : Optional.empty();
    }
}
