package io.kubefate.server.store.backup;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import io.kubefate.planning.error.KubefateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/** Restores a backup to an empty database, in one transaction: after a failure, the database is as it was. */
public final class BackupRestore {

    private static final int BATCH = 200;

    private final Jdbi jdbi;
    private final Schema schema;

    /** @param jdbi knows no encryption */
    public BackupRestore(Jdbi jdbi, Schema schema) {
        this.jdbi = requireNonNull(jdbi, "jdbi is null");
        this.schema = requireNonNull(schema, "schema is null");
    }

    /** The version of the tables. */
    public interface Schema {

        /** Returns the version of the existing tables; 0 if there are none. */
        int current();

        /** Returns the latest version that this service knows. */
        int latest();

        /** Creates the tables of a version, or updates older ones. */
        void migrate(int version);
    }

    /**
     * Restores a backup, and updates the tables to the latest version.
     *
     * @param replace whether the rows of the database are deleted, if it has some; it must have the version of the backup
     * @throws KubefateException {@code INVALID_REQUEST} if the file is no backup that this service knows, or the database has rows
     */
    public BackupSummary restore(Path file, boolean replace) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupSummary backup = known(zip);
            prepare(backup.header());
            jdbi.useTransaction(handle -> replace(handle.getConnection(), zip, backup.rows(), replace));
            schema.migrate(schema.latest());
            return backup;
        } catch (ZipException e) {
            throw BackupFile.incomplete(file.toString(), e.toString());
        }
    }

    private static BackupSummary known(ZipFile zip) throws IOException {
        BackupSummary summary = BackupFile.summary(zip);
        BackupHeader header = summary.header();
        if (header.format() != BackupHeader.FORMAT) {
            throw KubefateException.invalid("the backup has format " + header.format()
                    + "; restore it with kubefate-server " + header.service());
        }
        return summary;
    }

    private void prepare(BackupHeader header) {
        if (header.schema() > schema.latest()) {
            throw KubefateException.invalid("the backup is of a newer service; restore it with kubefate-server "
                    + header.service() + " or newer");
        }
        if (schema.current() > header.schema()) {
            throw KubefateException.invalid(
                    "the backup is of an older service, and the database has newer tables; restore it to a database without"
                            + " tables");
        }
        schema.migrate(header.schema());
    }

    private static void replace(Connection connection, ZipFile zip, Map<String, Long> rows, boolean clear)
            throws IOException {
        try {
            clear(connection, clear);
            for (String table : BackupTables.NAMES) {
                copy(zip, table, rows.getOrDefault(table, 0L), connection);
            }
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    private static void clear(Connection connection, boolean replace) throws SQLException {
        Map<String, Long> present = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : BackupTables.NAMES) {
                count(statement, table, present);
            }
            if (!present.isEmpty() && !replace) {
                String tables = present.entrySet().stream()
                        .map(entry -> entry.getValue() + " in " + entry.getKey())
                        .collect(joining(", "));
                throw KubefateException.invalid("the database has rows (" + tables
                        + "); restore to an empty database, or add --replace to delete" + " them");
            }
            for (String table : present.keySet()) {
                statement.executeUpdate("delete from " + table);
            }
        }
    }

    private static void count(Statement statement, String table, Map<String, Long> present) throws SQLException {
        try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            if (count.getLong(1) > 0) {
                present.put(table, count.getLong(1));
            }
        }
    }

    private static void copy(ZipFile zip, String table, long expected, Connection connection)
            throws IOException, SQLException {
        ZipEntry entry = zip.getEntry(table + BackupWriter.TABLE);
        if (entry == null) {
            return; // the table is newer than the backup
        }
        try (InputStream content = zip.getInputStream(entry);
                JsonParser parser = BackupWriter.JSON.createParser(content);
                MappingIterator<JsonNode> lines =
                        BackupWriter.JSON.readerFor(JsonNode.class).readValues(parser)) {
            long rows = insert(connection, table, lines.next(), lines);
            if (rows != expected) {
                throw BackupFile.incomplete(zip.getName(), "it has " + rows + " of " + expected + " rows of " + table);
            }
        }
    }

    private static long insert(Connection connection, String table, JsonNode names, MappingIterator<JsonNode> lines)
            throws SQLException, IOException {
        Map<String, Integer> types = types(connection, table);
        String columns = StreamSupport.stream(names.spliterator(), false)
                .map(JsonNode::asText)
                .collect(joining(", "));
        String parameters = "?, ".repeat(names.size() - 1) + "?";
        String sql = "insert into " + table + " (" + columns + ") values (" + parameters + ")";
        long rows = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (; lines.hasNext(); rows++) {
                JsonNode line = lines.next();
                for (int column = 0; column < names.size(); column++) {
                    int type = types.getOrDefault(names.get(column).asText(), Types.VARCHAR);
                    Cells.bind(statement, column + 1, line.get(column), type);
                }
                statement.addBatch();
                if (rows % BATCH == BATCH - 1) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
        return rows;
    }

    private static Map<String, Integer> types(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + table + " where 1 = 0")) {
            ResultSetMetaData columns = none.getMetaData();
            Map<String, Integer> types = new HashMap<>();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                types.put(columns.getColumnName(column), columns.getColumnType(column));
            }
            return types;
        }
    }
}
