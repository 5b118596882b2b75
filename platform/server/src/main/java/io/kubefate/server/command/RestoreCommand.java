package io.kubefate.server.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.backup.BackupSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code restore FILE CONFIGURATION}: restores a backup to the configured database, which may be of another type. */
public final class RestoreCommand extends DatabaseCommand {

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
    boolean isForNewDatabase() {
        return true;
    }

    @Override
    void run(Database database, Namespace arguments, ServerConfiguration configuration) throws IOException {
        BackupSummary summary = database.backupRestore()
                .restore(Path.of(arguments.getString("source")), arguments.getBoolean("replace"));
        BackupReport.of(summary).forEach(out::println);
        out.println("restored to " + configuration.database());
    }
}
