package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.db.ManagedDataSource;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.backup.BackupHeader;
import io.kubefate.server.store.backup.BackupSummary;
import io.kubefate.server.store.backup.BackupTables;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.encryption.CellCipher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A backup of one database, restored to another. */
class BackupTest {

    private static final Instant NOON = StoreContract.NOON;

    @TempDir
    Path folder;

    private final List<ManagedDataSource> sources = new ArrayList<>();
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("backup.zip");
    }

    @AfterEach
    void close() throws Exception {
        for (ManagedDataSource source : sources) {
            source.stop();
        }
    }

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(TestDatabases.H2, TestDatabases.H2),
                Arguments.of(TestDatabases.H2, TestDatabases.MARIADB),
                Arguments.of(TestDatabases.MARIADB, TestDatabases.H2),
                Arguments.of(TestDatabases.MARIADB, TestDatabases.MARIADB));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void allRowsAreRestored(TestDatabases from, TestDatabases to) throws IOException {
        Database source = filled(from, "source");
        BackupSummary saved = backup(source);

        Database target = open(to, "target");
        BackupSummary restored = target.backupRestore().restore(file, false);

        assertThat(restored).isEqualTo(saved);
        assertThat(saved.rows()).containsEntry("cluster", 2L).containsEntry("plugin_content", 1L);
        assertThat(rows(target)).isEqualTo(rows(source));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theServiceContinuesWithNewRowsAfterThem(TestDatabases from, TestDatabases to) throws IOException {
        backup(filled(from, "source"));
        Database target = open(to, "target");
        target.backupRestore().restore(file, false);
        Jdbi jdbi = target.jdbi(CellCipher.unencrypted());

        StoreContract.install(jdbi, StoreContract.cluster("gamma"));

        assertThat(new ClusterStore(jdbi).list(false))
                .extracting(ClusterRecord::name)
                .containsExactlyInAnyOrder("alpha", "beta", "gamma");
    }

    @Test
    void aDatabaseWithRowsIsNotOverwritten() throws IOException {
        Database source = filled(TestDatabases.H2, "source");
        backup(source);
        Database target = filled(TestDatabases.H2, "target");
        StoreContract.install(target.jdbi(CellCipher.unencrypted()), StoreContract.cluster("own"));
        Map<String, Set<String>> before = rows(target);

        assertThatThrownBy(() -> target.backupRestore().restore(file, false))
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining("3 in cluster")
                .hasMessageContaining("--replace");
        assertThat(rows(target)).isEqualTo(before);

        target.backupRestore().restore(file, true);
        assertThat(rows(target)).isEqualTo(rows(source));
    }

    @Test
    void anIncompleteBackupChangesNothing() throws IOException {
        backup(filled(TestDatabases.H2, "source"));
        byte[] complete = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(complete, complete.length / 2));
        Database target = filled(TestDatabases.H2, "target");
        Map<String, Set<String>> before = rows(target);

        assertThatThrownBy(() -> target.backupRestore().restore(file, true))
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining("is no complete backup");
        assertThat(rows(target)).isEqualTo(before);
    }

    @Test
    void aBackupOfANewerServiceIsRejected() throws IOException {
        Database source = filled(TestDatabases.H2, "source");
        BackupHeader header = source.backupHeader("v9.0.0", NOON);
        try (OutputStream target = Files.newOutputStream(file)) {
            source.backupWriter().write(new BackupHeader(header.format(), 99, "v9.0.0", NOON, List.of()), target);
        }

        assertThatThrownBy(
                        () -> open(TestDatabases.H2, "target").backupRestore().restore(file, false))
                .hasMessage("the backup is of a newer service; restore it with kubefate-server v9.0.0 or newer");
    }

    @Test
    void tablesOfAnOlderVersionAreUpdated() throws IOException {
        Database old = open(TestDatabases.H2, "source");
        old.versions().migrate(5);
        StoreContract.install(old.jdbi(CellCipher.unencrypted()), StoreContract.cluster("alpha"));
        backup(old);

        Database target = open(TestDatabases.H2, "target");
        target.backupRestore().restore(file, false);

        assertThat(target.versions().current()).isEqualTo(target.versions().latest());
        assertThat(new ClusterStore(target.jdbi(CellCipher.unencrypted())).list(false))
                .hasSize(1);
    }

    @Test
    void allTablesAreInABackup() {
        Database database = filled(TestDatabases.H2, "source");

        List<String> tables = database.jdbi(CellCipher.unencrypted())
                .withHandle(handle -> handle.createQuery(
                                "select lower(table_name) from information_schema.tables where table_schema = schema()")
                        .mapTo(String.class)
                        .list());

        assertThat(tables)
                .filteredOn(table -> !table.startsWith("flyway"))
                .containsExactlyInAnyOrderElementsOf(BackupTables.NAMES);
    }

    private BackupSummary backup(Database source) throws IOException {
        try (OutputStream target = Files.newOutputStream(file)) {
            return source.backupWriter().write(source.backupHeader("v3.0.0", NOON), target);
        }
    }

    private Database filled(TestDatabases kind, String name) {
        Database database = open(kind, name);
        database.migrate();
        Jdbi jdbi = database.jdbi(CellCipher.unencrypted());
        StoreContract.install(jdbi, StoreContract.cluster("alpha"));
        StoreContract.install(jdbi, StoreContract.cluster("beta", "name: beta\nnote: \"\u6d4b\u8bd5 \ud83d\ude00\"\n"));
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into plugin_content (sha256, chunk, content) values ('a', 0, :content)")
                .bind("content", new byte[] {0, -1, 127, -128})
                .execute());
        return database;
    }

    private Database open(TestDatabases kind, String name) {
        TestDatabases.Location location = kind.create(folder.resolve(name));
        sources.add(location.connect());
        return new Database(sources.get(sources.size() - 1), location.url());
    }

    /** Returns all rows as text, by table. */
    private static Map<String, Set<String>> rows(Database database) {
        Map<String, Set<String>> rows = new TreeMap<>();
        database.jdbi(CellCipher.unencrypted())
                .useHandle(handle -> BackupTables.NAMES.forEach(table -> rows.put(
                        table,
                        new TreeSet<>(handle.createQuery("select * from " + table)
                                .map((row, context) -> text(row))
                                .list()))));
        return rows;
    }

    private static String text(ResultSet row) throws SQLException {
        Map<String, String> cells = new TreeMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            int type = row.getMetaData().getColumnType(column);
            cells.put(
                    row.getMetaData().getColumnName(column),
                    switch (type) {
                        case Types.BIT, Types.BOOLEAN -> String.valueOf(row.getObject(column));
                        case Types.BLOB, Types.LONGVARBINARY -> Arrays.toString(row.getBytes(column));
                        default -> String.valueOf(row.getString(column));
                    });
        }
        return cells.toString();
    }
}
