package io.kubefate.server.command;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
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

    @Override
    protected final void run(
            Bootstrap<ServerConfiguration> bootstrap, Namespace arguments, ServerConfiguration configuration)
            throws Exception {
        DatabaseConfiguration settings = configuration.database();
        ManagedDataSource connections = settings.pool().build(bootstrap.getMetricRegistry(), getName());
        try {
            run(new Database(connections, settings.url()), arguments, configuration);
        } finally {
            connections.stop();
        }
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable failure) {
        StartFailure.text(failure)
                .ifPresentOrElse(cli.getStdErr()::println, () -> super.onError(cli, arguments, failure));
    }
}
