package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.encryption.CellCipher;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.row.RowPage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {

    @TempDir
    Path directory;

    @Test
    void absentDatabaseIsNamedWithoutItsPassword() throws Exception {
        String url = "jdbc:mysql://127.0.0.1:1/kubefate?user=kubefate&password=secret";
        ManagedDataSource dataSource =
                new TestDatabases.Location(url, "com.mysql.cj.jdbc.Driver", "kubefate", "secret").connect();

        assertThatThrownBy(() -> new Database(dataSource, url).migrate(0))
                .isInstanceOf(KubefateException.class)
                .hasMessageStartingWith(
                        "the database jdbc:mysql://127.0.0.1:1/kubefate cannot be used: Connection refused; check")
                .hasMessageContaining("FATECLOUD_DB_HOST")
                .message()
                .doesNotContain("secret");
        dataSource.stop();
    }

    @Test
    void absentDatabaseIsUnavailable() throws Exception {
        ManagedDataSource dataSource = onlyIfExists().connect();

        assertThatThrownBy(() -> new Database(dataSource, onlyIfExists().url()).migrate(0))
                .isInstanceOf(KubefateException.class)
                .extracting(e -> ((KubefateException) e).code())
                .isEqualTo(ErrorCode.DATABASE_UNAVAILABLE);
        dataSource.stop();
    }

    @Test
    void migrationWaitsForADatabaseThatComesLater() throws Exception {
        ManagedDataSource dataSource = onlyIfExists().connect();
        Database database = new Database(dataSource, onlyIfExists().url());

        CompletableFuture<Void> migration = CompletableFuture.runAsync(() -> database.migrate(5));
        DriverManager.getConnection(embedded().url(), "kubefate", "").close();

        assertThat(migration).succeedsWithin(60, TimeUnit.SECONDS);
        assertThat(new JobStore(database.jdbi(CellCipher.unencrypted())).list(RowPage.first(1)))
                .isEmpty();
        dataSource.stop();
    }

    @Test
    @Timeout(20)
    void aCommandRefusesADatabaseThatAnotherProcessHasOpenAtOnce() throws Exception {
        ManagedDataSource dataSource = embedded().connect();
        Database database = new Database(dataSource, embedded().url());
        try (FileChannel file = databaseFile();
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertThatThrownBy(database::migrateUnlessOpen)
                    .isInstanceOf(KubefateException.class)
                    .hasMessageContaining("check that no other service uses this file");
        }
        dataSource.stop();
    }

    @Test
    void aServiceWaitsUntilAnotherProcessClosesTheDatabase() throws Exception {
        ManagedDataSource dataSource = embedded().connect();
        Database database = new Database(dataSource, embedded().url());
        CompletableFuture<Void> migration;
        try (FileChannel file = databaseFile();
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            migration = CompletableFuture.runAsync(() -> database.migrate(5));
            assertThat(migration).failsWithin(1, TimeUnit.SECONDS).withThrowableOfType(TimeoutException.class);
        }

        assertThat(migration).succeedsWithin(60, TimeUnit.SECONDS);
        dataSource.stop();
    }

    private FileChannel databaseFile() throws IOException {
        return FileChannel.open(
                directory.resolve("kubefate.mv.db"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Test
    void acceptedInstallSurvivesTheEndOfTheProcess() throws Exception {
        ClusterRecord cluster = StoreContract.cluster("alpha");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcceptAndDie.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertThat(process.waitFor()).as(directory.resolve("log").toString()).isEqualTo(AcceptAndDie.EXIT_CODE);

        ManagedDataSource dataSource = embedded().connect();
        ClusterStore clusters =
                new ClusterStore(new Database(dataSource, embedded().url()).jdbi(CellCipher.unencrypted()));

        assertThat(clusters.list(false)).extracting(ClusterRecord::name).containsExactly(cluster.name());
        dataSource.stop();
    }

    /**
     * A copy of the file is what a process leaves behind that is killed. H2 reuses space of the file after its retention time, 45 seconds by
     * default; a release of H2 lost the commits after that.
     */
    @Test
    void eachCommitSurvivesAKillAfterSpaceOfTheFileIsReused() throws Exception {
        try (Connection connection = embeddedConnection("kubefate");
                Statement statement = connection.createStatement()) {
            statement.execute("set retention_time 0");
            statement.execute("create table counter (id int primary key, count int, filling varchar(20000))");
            statement.execute("insert into counter values (1, 0, repeat('x', 20000))");
            for (int count = 1; count <= 60; count++) {
                statement.execute(
                        "update counter set count = " + count + ", filling = repeat('" + count % 10 + "', 20000)");

                assertThat(countInCopy()).isEqualTo(count);
            }
        }
    }

    private int countInCopy() throws IOException, SQLException {
        Files.copy(
                directory.resolve("kubefate.mv.db"),
                directory.resolve("copy.mv.db"),
                StandardCopyOption.REPLACE_EXISTING);
        try (Connection connection = embeddedConnection("copy");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count from counter")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection embeddedConnection(String file) throws SQLException {
        return DriverManager.getConnection(Database.embeddedUrl(directory.resolve(file)), "kubefate", "");
    }

    @Test
    void storesWorkOnTheJdbiOfDropwizard() throws Exception {
        ManagedDataSource dataSource = embedded().connect();
        new Database(dataSource, embedded().url()).migrate();
        Jdbi jdbi = new JdbiFactory()
                .build(new Environment("test"), embedded().configuration(), dataSource, "database")
                .installPlugin(new StorePlugin(CellCipher.unencrypted()));

        JobRecord job = StoreContract.install(jdbi, StoreContract.cluster("alpha"));

        assertThat(new JobStore(jdbi).find(job.uuid())).contains(job);
        assertThat(job.times().createdAt()).isEqualTo(StoreContract.NOON);
        dataSource.stop();
    }

    @Test
    void anEmbeddedDatabaseOutlivesTheInterruptOfAThreadThatWrites() throws Exception {
        ManagedDataSource dataSource = embedded().connect();
        Database database = new Database(dataSource, embedded().url());
        database.migrate();
        Thread worker = new Thread(() -> database.jdbi(CellCipher.unencrypted()).useHandle(handle -> {
            Thread.currentThread().interrupt();
            handle.execute("create table written (number int)");
        }));

        worker.start();
        worker.join();

        assertThat(new JobStore(database.jdbi(CellCipher.unencrypted())).list(RowPage.first(1)))
                .isEmpty();
        dataSource.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:mysql://db:3306/kubefate                     | jdbc:mysql://db:3306/kubefate",
                "jdbc:mysql://db/kubefate?user=u&password=secret   | jdbc:mysql://db/kubefate",
                "jdbc:mysql://u:sec@ret@db:3306/kubefate           | jdbc:mysql://db:3306/kubefate",
                "jdbc:mysql://(host=db,user=u,password=secret)/k   | jdbc:mysql://(host=db,user=u,password=…)/k",
                "jdbc:mysql://address=(host=db)(Password=secret)/k | jdbc:mysql://address=(host=db)(Password=…)/k",
                "jdbc:h2:file:/data/kubefate;PASSWORD=secret       | jdbc:h2:file:/data/kubefate"
            })
    void passwordIsNotShown(String url, String shown) {
        assertThat(Database.withoutPassword(url)).isEqualTo(shown);
    }

    private TestDatabases.Location embedded() {
        return TestDatabases.H2.create(directory);
    }

    private TestDatabases.Location onlyIfExists() {
        TestDatabases.Location location = embedded();
        return new TestDatabases.Location(
                location.url() + ";IFEXISTS=TRUE", location.driver(), location.user(), location.password());
    }

    /** A service that dies right after it has accepted an install. */
    static final class AcceptAndDie {

        static final int EXIT_CODE = 137;

        private AcceptAndDie() {}

        /**
         * Never returns.
         *
         * @param arguments the database's directory
         */
        public static void main(String[] arguments) {
            TestDatabases.Location location = TestDatabases.H2.create(Path.of(arguments[0]));
            Database database = new Database(location.connect(), location.url());
            database.migrate();
            StoreContract.install(database.jdbi(CellCipher.unencrypted()), StoreContract.cluster("alpha"));
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
