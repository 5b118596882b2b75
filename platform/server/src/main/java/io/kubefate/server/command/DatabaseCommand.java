package io.kubefate.server.command;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.store.Database;
import net.sourceforge.argparse4j.inf.Namespace;

/** A command that uses the database of the service. */
abstract class DatabaseCommand extends ConfiguredCommand<ServerConfiguration> {

    DatabaseCommand(String name, String description) {
        super(name, description);
    }

    /**
     * Runs the command.
     *
     * @param database not migrated
     */
    abstract void run(Database database, Namespace arguments, ServerConfiguration configuration) throws Exception;

    /** {@return whether the command makes sense with a database that does not exist yet} */
    boolean isForNewDatabase() {
        return false;
    }

    @Override
    protected final void run(
            Bootstrap<ServerConfiguration> bootstrap, Namespace arguments, ServerConfiguration configuration)
            throws Exception {
        DatabaseConfiguration settings = configuration.database();
        if (settings.isNew() && !isForNewDatabase()) {
            throw missing(settings);
        }
        ManagedDataSource connections = settings.pool().build(bootstrap.getMetricRegistry(), getName());
        try {
            run(new Database(connections, settings.url()), arguments, configuration);
        } finally {
            connections.stop();
        }
    }

    /** The shell of an administrator may lack the variables of the service. */
    private static KubefateException missing(DatabaseConfiguration settings) {
        return KubefateException.invalid("there is no database in "
                + settings.file().toAbsolutePath().resolveSibling("").normalize()
                + "; set KUBEFATE_DATA and FATECLOUD_DB_TYPE, FATECLOUD_DB_HOST, ... as for the service");
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        StartFailure.text(failure)
                .ifPresentOrElse(cli.getStdErr()::println, () -> super.onError(cli, arguments, failure));
    }
}
