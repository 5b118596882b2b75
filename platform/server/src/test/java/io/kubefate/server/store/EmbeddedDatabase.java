package io.kubefate.server.store;

import io.dropwizard.db.ManagedDataSource;
import io.kubefate.server.store.encryption.CellCipher;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * An embedded database with its tables, for tests of what uses one. It is in memory, and only the first of a JVM runs the migrations:
 * the others copy its tables.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private final TestDatabases.Location location = inMemory("test_" + UUID.randomUUID());
    private final ManagedDataSource source = location.connect();

    /** A new one without any row. */
    public EmbeddedDatabase() {
        execute(Template.TABLES);
    }

    /** {@return something new that works on it} */
    public Jdbi jdbi() {
        return new Database(source, location.url()).jdbi(CellCipher.unencrypted());
    }

    /** {@return its connections} */
    public ManagedDataSource source() {
        return source;
    }

    @Override
    public void close() throws Exception {
        execute("shutdown");
        source.stop();
    }

    private void execute(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stays until it is shut down, whether or not there is a connection. */
    private static TestDatabases.Location inMemory(String name) {
        String file = Database.embeddedUrl(Path.of(name));
        String options = file.substring(file.indexOf(';'));
        return new TestDatabases.Location(
                "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1" + options, "org.h2.Driver", "kubefate", "");
    }

    private static final class Template {

        private static final String TABLES = tables();

        private static String tables() {
            TestDatabases.Location location = inMemory("template");
            ManagedDataSource source = location.connect();
            Database database = new Database(source, location.url());
            try (Handle open = database.jdbi(CellCipher.unencrypted()).open()) {
                database.migrate();
                return String.join(
                        "\n",
                        open.createQuery("script nosettings")
                                .mapTo(String.class)
                                .list());
            } finally {
                stop(source);
            }
        }

        private static void stop(ManagedDataSource source) {
            try {
                source.stop();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
