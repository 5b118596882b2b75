package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.dropwizard.db.ManagedDataSource;
import io.kubefate.server.store.encryption.CellCipher;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How tables come into being. */
abstract class MigrationContract {

    private final TestDatabases kind;
    private ManagedDataSource dataSource;
    private Database database;

    MigrationContract(TestDatabases kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        TestDatabases.Location location = kind.create(directory);
        dataSource = location.connect();
        database = new Database(dataSource, location.url());
    }

    @AfterEach
    void close() throws Exception {
        if (dataSource != null) {
            dataSource.stop();
        }
    }

    @Test
    void secondMigrationChangesNothing() {
        database.migrate();
        StoreContract.install(database.jdbi(CellCipher.unencrypted()), StoreContract.cluster("alpha"));

        database.migrate();

        assertThat(new ClusterStore(database.jdbi(CellCipher.unencrypted())).list(false))
                .hasSize(1);
    }

    @Test
    void servicesThatStartTogetherMigrateOnce() throws Exception {
        Callable<Boolean> start = () -> {
            database.migrate();
            return true;
        };

        assertThat(StoreContract.together(3, start)).containsOnly(true);
        assertThat(migrations(database.jdbi(CellCipher.unencrypted()))).isEqualTo(1);
    }

    @Test
    void interruptedMigrationIsRunAgain() {
        database.migrate();
        database.jdbi(CellCipher.unencrypted()).useHandle(handle -> {
            handle.execute("delete from flyway_schema_history");
            handle.execute("drop table job_event");
        });

        assertThatCode(database::migrate).doesNotThrowAnyException();
        assertThat(new JobStore(database.jdbi(CellCipher.unencrypted())).events("none"))
                .isEmpty();
    }

    @Test
    void tablesOfAnOlderKubefateAreLeftAlone() {
        database.jdbi(CellCipher.unencrypted()).useHandle(handle -> handle.execute("create table clusters (id int)"));

        database.migrate();

        assertThat(new ClusterStore(database.jdbi(CellCipher.unencrypted())).list(true))
                .isEmpty();
        assertThat(count(database.jdbi(CellCipher.unencrypted()), "clusters")).isZero();
    }

    private static int migrations(Jdbi jdbi) {
        return count(jdbi, "flyway_schema_history where version = '1'");
    }

    private static int count(Jdbi jdbi, String rows) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Integer.class)
                .one());
    }
}
