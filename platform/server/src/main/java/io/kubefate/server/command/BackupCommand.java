package io.kubefate.server.command;

import static java.util.Objects.requireNonNull;

import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.backup.BackupToken;
import io.kubefate.server.backup.RunningService;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.backup.BackupFile;
import io.kubefate.server.store.backup.BackupSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code backup FILE CONFIGURATION}: writes all tables to a file, while the service runs. */
public final class BackupCommand extends DatabaseCommand {

    private final PrintStream out;
    private final String version;

    public BackupCommand(PrintStream out, String version) {
        super("backup", "Writes clusters, revisions, jobs, users, plugins and the audit to a file");
        this.out = requireNonNull(out, "out is null");
        this.version = requireNonNull(version, "version is null");
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("target").metavar("FILE").help("the new file, for example kubefate-2026-11-30.zip");
        super.configure(parser);
    }

    @Override
    void run(Database database, Namespace arguments, ServerConfiguration configuration)
            throws IOException, InterruptedException {
        Path file = Path.of(arguments.getString("target"));
        if (Files.exists(file)) {
            throw KubefateException.invalid(file + " exists; choose another name");
        }
        Path unfinished = BackupFile.createUnfinished(file);
        try {
            if (!askService(configuration, unfinished)) {
                read(database, unfinished);
            }
            BackupSummary summary = BackupFile.summary(unfinished);
            Files.move(unfinished, file);
            BackupReport.of(summary).forEach(out::println);
            out.println("wrote " + file + ", " + Files.size(file) / 1024 + " KiB");
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static boolean askService(ServerConfiguration configuration, Path file)
            throws IOException, InterruptedException {
        DatabaseConfiguration settings = configuration.database();
        Optional<BackupToken> token = settings.isEmbedded()
                ? BackupToken.read(settings.file().toAbsolutePath().resolveSibling(""))
                : Optional.empty();
        return token.isPresent() && new RunningService(adminPort(configuration), token.get()).backup(file);
    }

    private static int adminPort(ServerConfiguration configuration) {
        return configuration.getServerFactory() instanceof DefaultServerFactory server
                        && server.getAdminConnectors().get(0) instanceof HttpConnectorFactory connector
                ? connector.getPort()
                : 0;
    }

    private void read(Database database, Path file) throws IOException {
        database.migrateUnlessOpen();
        try (OutputStream target = Files.newOutputStream(file)) {
            database.backupWriter().write(database.backupHeader(version, Instant.now()), target);
        }
    }
}
