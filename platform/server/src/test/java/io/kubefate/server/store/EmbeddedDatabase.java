package io.kubefate.server.store;

import io.dropwizard.db.ManagedDataSource;
import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/** An embedded database with its tables, for tests of what uses one. */
public final class EmbeddedDatabase implements AutoCloseable {

    private final ManagedDataSource source;
    private final Database database;

    /**
     * A new one.
     *
     * @param folder where it keeps its files
     */
    public EmbeddedDatabase(Path folder) {
        TestDatabases.Location location = TestDatabases.H2.create(folder);
        source = location.connect();
        database = new Database(source, location.url());
        database.migrate();
    }

    /** {@return something new that works on it} */
    public Jdbi jdbi() {
        return database.jdbi();
    }

    /** {@return its connections} */
    public ManagedDataSource source() {
        return source;
    }

    @Override
    public void close() throws Exception {
        source.stop();
    }
}
