package io.kubefate.server.command;

import static java.util.Objects.requireNonNull;

import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.backup.BackupSummary;
import java.io.PrintStream;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code restore FILE CONFIGURATION}: restores a backup to the configured database, which may be of another type. */
public final class RestoreCommand extends ConfiguredCommand<ServerConfiguration> {

    private final PrintStream out;

    public RestoreCommand(PrintStream out) {
        super("restore", "Restores a backup to the database; stop the service before");
        this.out = requireNonNull(out, "out is null");
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("source").metavar("FILE").help("a file that backup wrote");
        parser.addArgument("--replace")
                .action(Arguments.storeTrue())
                .help("delete what the database contains; by default, it must be empty");
        super.configure(parser);
    }

    @Override
    protected void run(Bootstrap<ServerConfiguration> bootstrap, Namespace arguments, ServerConfiguration configuration)
            throws Exception {
        DatabaseConfiguration settings = configuration.database();
        ManagedDataSource connections = settings.pool().build(bootstrap.getMetricRegistry(), "restore");
        try {
            BackupSummary summary = new Database(connections, settings.url())
                    .backupRestore()
                    .restore(Path.of(arguments.getString("source")), arguments.getBoolean("replace"));
            BackupReport.of(summary).forEach(out::println);
            out.println("restored to " + settings);
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
