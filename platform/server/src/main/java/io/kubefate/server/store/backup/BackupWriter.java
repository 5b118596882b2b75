package io.kubefate.server.store.backup;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Writes all tables, as they are at one time, to a zip: {@code header.json}, {@code TABLE.jsonl} with the names of the columns and a line
 * for each row, and at the end {@code rows.json} with their numbers. Encrypted columns stay encrypted.
 */
public final class BackupWriter {

    static final String HEADER = "header.json";
    static final String ROWS = "rows.json";
    static final String TABLE = ".jsonl";

    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final Jdbi jdbi;

    /** @param jdbi knows no encryption */
    public BackupWriter(Jdbi jdbi) {
        this.jdbi = requireNonNull(jdbi, "jdbi is null");
    }

    /** Writes a backup, while services use the database. The caller closes the stream. */
    public BackupSummary write(BackupHeader header, OutputStream target) throws IOException {
        return jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ, handle -> write(header, target, handle.getConnection()));
    }

    private static BackupSummary write(BackupHeader header, OutputStream target, Connection connection)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        Map<String, Long> rows = new LinkedHashMap<>();
        put(zip, HEADER, header);
        for (String table : BackupTables.NAMES) {
            zip.putNextEntry(new ZipEntry(table + TABLE));
            rows.put(table, copy(connection, table, zip));
            zip.closeEntry();
        }
        put(zip, ROWS, rows);
        zip.finish();
        return new BackupSummary(header, rows);
    }

    private static void put(ZipOutputStream zip, String name, Object content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        JSON.writeValue(zip, content);
        zip.closeEntry();
    }

    private static long copy(Connection connection, String table, OutputStream target) throws IOException {
        try (Statement statement = connection.createStatement();
                JsonGenerator json = JSON.createGenerator(target)) {
            if (connection.getMetaData().getURL().startsWith("jdbc:mysql:")) {
                statement.setFetchSize(Integer.MIN_VALUE); // row by row; otherwise the driver reads all into memory
            }
            json.setRootValueSeparator(null);
            try (ResultSet row = statement.executeQuery("select * from " + table)) {
                return copy(row, json);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static long copy(ResultSet row, JsonGenerator json) throws SQLException, IOException {
        ResultSetMetaData columns = row.getMetaData();
        json.writeStartArray();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            json.writeString(columns.getColumnName(column));
        }
        json.writeEndArray();
        json.writeRaw('\n');
        long rows = 0;
        for (; row.next(); rows++) {
            json.writeStartArray();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                Cells.write(json, row, columns, column);
            }
            json.writeEndArray();
            json.writeRaw('\n');
        }
        return rows;
    }
}
