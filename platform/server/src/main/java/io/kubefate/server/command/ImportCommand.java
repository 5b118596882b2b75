package io.kubefate.server.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.original.ImportResult;
import io.kubefate.server.store.original.OriginalImport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jdbi.v3.core.Jdbi;

/** {@code import FILE --from-database URL}: copies clusters, ended jobs and users from the database of the original KubeFATE. */
public final class ImportCommand extends DatabaseCommand {

    private static final String ROW = "%-8s %-50s %-9s %s%n";

    private final PrintStream out;

    public ImportCommand(PrintStream out) {
        super("import", "Copies clusters, ended jobs and users from the database of the original KubeFATE");
        this.out = requireNonNull(out, "out is null");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--from-database")
                .required(true)
                .metavar("URL")
                .help(
                        "the MySQL of the original, for example jdbc:mysql://mariadb.kube-fate:3306/kube_fate; it is only read");
        parser.addArgument("--database-user").setDefault("kubefate").help("its user; default: kubefate");
        parser.addArgument("--database-password-file")
                .required(true)
                .metavar("FILE")
                .help("a file with the password of the user");
    }

    @Override
    boolean isForNewDatabase() {
        return true;
    }

    @Override
    void run(Database database, Namespace arguments, ServerConfiguration configuration) throws IOException {
        Jdbi original = Jdbi.create(
                arguments.getString("from_database"),
                arguments.getString("database_user"),
                password(arguments.getString("database_password_file")));
        database.migrateUnlessOpen();
        Jdbi own = database.jdbi(
                database.encryption(() -> configuration.encryption().masterKeys(configuration.database())));
        print(new OriginalImport(original, own, Clock.systemUTC()).run());
    }

    private static String password(String file) throws IOException {
        return Files.readString(Path.of(file)).strip();
    }

    private void print(List<ImportResult> results) {
        out.printf(ROW, "KIND", "NAME", "RESULT", "NOTE");
        results.forEach(result -> out.printf(
                ROW, result.kind(), result.name(), result.outcome().name().toLowerCase(Locale.ROOT), result.note()));
        out.flush();
    }
}
