package io.kubefate.server;

import static java.util.Objects.requireNonNull;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.jdbi3.JdbiFactory;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.backup.BackupToken;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.EncryptionConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.DatabaseClock;
import io.kubefate.server.store.Encryption;
import io.kubefate.server.store.StorePlugin;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens the database, migrates its tables and follows the encryption keys of one that others use, too.
 *
 * @param jdbi uses the encryption
 * @param clock the one that all services with this database share
 */
record DatabaseWiring(Jdbi jdbi, Encryption encryption, Clock clock) {

    /** The name of Dropwizard's own health check of the connections, which has a time limit. */
    static final String HEALTH_CHECK = "jdbi";

    DatabaseWiring {
        requireNonNull(jdbi, "jdbi is null");
        requireNonNull(encryption, "encryption is null");
        requireNonNull(clock, "clock is null");
    }

    static DatabaseWiring of(ServerConfiguration settings, Environment environment, ManagedResources resources) {
        DatabaseConfiguration configuration = settings.database();
        if (configuration.isEmbedded()) {
            protect(configuration.file().toAbsolutePath());
            refuseNewOnFullDisk(configuration);
        }
        DataSourceFactory pool = configuration.servicePool();
        ManagedDataSource connections = pool.build(environment.metrics(), "database");
        Database database = new Database(connections, configuration.url());
        migrate(configuration, database);
        Encryption encryption = EncryptionWiring.open(settings.encryption(), configuration, database);
        if (!configuration.isEmbedded()) {
            resources.keep(new KeyFollower(encryption, EncryptionConfiguration.REFRESH), KeyFollower::start);
        }
        BackupWiring.register(environment, configuration, database, Clock.systemUTC());
        Jdbi jdbi = new JdbiFactory()
                .build(environment, pool, connections, HEALTH_CHECK)
                .installPlugin(new StorePlugin(encryption));
        Clock clock = configuration.isEmbedded() ? Clock.systemUTC() : DatabaseClock.of(jdbi);
        return new DatabaseWiring(jdbi, encryption, clock);
    }

    /** The connections of the service may not be idle for as long as a migration takes. */
    private static void migrate(DatabaseConfiguration configuration, Database database) {
        if (configuration.isEmbedded()) {
            database.migrate();
            return;
        }
        ManagedDataSource connections = configuration.pool().build(new MetricRegistry(), "migration");
        try {
            new Database(connections, configuration.url()).migrate();
        } finally {
            stop(connections);
        }
    }

    private static void stop(ManagedDataSource connections) {
        try {
            connections.stop();
        } catch (Exception e) { // declared by Dropwizard; closing a pool throws none
            throw new IllegalStateException("cannot close the connections of the migration", e);
        }
    }

    /** H2 would leave a file that it cannot open later. */
    private static void refuseNewOnFullDisk(DatabaseConfiguration configuration) {
        if (configuration.isNew()) {
            configuration.storageProblem().ifPresent(problem -> {
                throw new KubefateException(ErrorCode.DATABASE_UNAVAILABLE, problem);
            });
        }
    }

    /** The cached plugins are beside the database, by default. */
    private static void protect(Path file) {
        new DataFolder(
                        file.resolveSibling(""),
                        List.of(
                                file.getFileName() + ".",
                                "plugins",
                                EncryptionConfiguration.GENERATED,
                                BackupToken.FILE))
                .protect();
    }
}
