package io.kubefate.server.store.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.kubefate.server.store.row.TimeColumn;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Cells as JSON: times as text in UTC, bytes as base64. */
final class Cells {

    private Cells() {}

    static void write(JsonGenerator json, ResultSet row, ResultSetMetaData columns, int column)
            throws SQLException, IOException {
        switch (columns.getColumnType(column)) {
            case Types.BIT, Types.BOOLEAN, Types.TINYINT -> write(json, row, row.getBoolean(column));
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> write(json, row, row.getLong(column));
            case Types.TIMESTAMP -> writeTime(json, row, column);
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> writeBytes(json, row, column);
            default -> json.writeString(row.getString(column)); // writes null, too
        }
    }

    private static void write(JsonGenerator json, ResultSet row, boolean value) throws SQLException, IOException {
        if (row.wasNull()) {
            json.writeNull();
        } else {
            json.writeBoolean(value);
        }
    }

    private static void write(JsonGenerator json, ResultSet row, long value) throws SQLException, IOException {
        if (row.wasNull()) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    private static void writeTime(JsonGenerator json, ResultSet row, int column) throws SQLException, IOException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        json.writeString(time == null ? null : TimeColumn.text(time.toInstant(ZoneOffset.UTC)));
    }

    private static void writeBytes(JsonGenerator json, ResultSet row, int column) throws SQLException, IOException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            json.writeNull();
        } else {
            json.writeBinary(bytes);
        }
    }

    /** Binds a value that {@link #write} wrote. */
    static void bind(PreparedStatement statement, int parameter, JsonNode value, int type)
            throws SQLException, IOException {
        if (value.isNull()) {
            statement.setNull(parameter, type);
        } else if (value.isBoolean()) {
            statement.setBoolean(parameter, value.booleanValue());
        } else if (value.isNumber()) {
            statement.setLong(parameter, value.longValue());
        } else if (isBinary(type)) {
            statement.setBytes(parameter, value.binaryValue());
        } else {
            statement.setString(parameter, value.textValue());
        }
    }

    private static boolean isBinary(int type) {
        return switch (type) {
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> true;
            default -> false;
        };
    }
}
