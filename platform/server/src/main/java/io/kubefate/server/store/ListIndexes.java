package io.kubefate.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Migration V6: indexes of the columns by which lists are sorted and filtered. In Java, because a migration that was interrupted is run again,
 * and MySQL knows no "create index if not exists". An index contains the row number, too.
 */
final class ListIndexes implements JavaMigration {

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "cluster", List.of("name", "namespace", "chart_name", "status", "updated_at"),
            "job", List.of("method", "status", "updated_at"));

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("6");
    }

    @Override
    public String getDescription() {
        return "list indexes";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection(); // which Flyway closes
        for (Map.Entry<String, List<String>> columns : COLUMNS.entrySet()) {
            String table = columns.getKey();
            Set<String> existing = indexes(connection, table);
            for (String column : columns.getValue()) {
                String index = table + "_by_" + column;
                if (!existing.contains(index)) {
                    create(connection, index, table, column);
                }
            }
        }
    }

    private static void create(Connection connection, String index, String table, String column) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index " + index + " on " + table + " (" + column + ")");
        }
    }

    private static Set<String> indexes(Connection connection, String table) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                names.add(String.valueOf(rows.getString("INDEX_NAME")).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
