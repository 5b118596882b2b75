package io.kubefate.server;

import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.StorePlugin;
import org.jdbi.v3.core.Jdbi;

/** Opens the database and migrates its tables. */
final class DatabaseWiring {

    private DatabaseWiring() {}

    static Jdbi connect(DatabaseConfiguration configuration, Environment environment) {
        DataSourceFactory pool = configuration.pool();
        ManagedDataSource connections = pool.build(environment.metrics(), "database");
        new Database(connections, configuration.url()).migrate();
        return new JdbiFactory()
                .build(environment, pool, connections, "database")
                .installPlugin(new StorePlugin());
    }
}
