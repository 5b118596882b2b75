package io.kubefate.server.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.service.identity.Administrators;
import io.kubefate.server.service.identity.Passwords;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.IdentityStore;
import io.kubefate.server.store.encryption.CellCipher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code password FILE --user NAME}: sets the password of an administrator in the database, for those who can no longer log in. */
public final class PasswordCommand extends DatabaseCommand {

    private static final CellCipher NO_SECRETS = CellCipher.refusing("this command only changes users");

    private final InputStream in;
    private final PrintStream out;

    public PasswordCommand(InputStream in, PrintStream out) {
        super("password", "Sets the password of an administrator in the database, from one line of standard input");
        this.in = requireNonNull(in, "in is null");
        this.out = requireNonNull(out, "out is null");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--user").help("the user, who becomes an administrator; default: the configured one");
    }

    @Override
    void run(Database database, Namespace arguments, ServerConfiguration configuration) throws IOException {
        String named = arguments.getString("user");
        String user = named == null ? configuration.user().username() : named;
        String password = readPassword();
        database.migrateUnlessOpen();
        Clock clock = Clock.systemUTC();
        new Administrators(new IdentityStore(database.jdbi(NO_SECRETS)), new Passwords(clock), clock)
                .restore(user, password);
        out.println("the password of user " + user + " is set; the user is an enabled administrator");
    }

    private String readPassword() throws IOException {
        out.println("New password:");
        String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        if (line == null || line.isEmpty()) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST, "no password: enter it, or pass it on standard input");
        }
        return line;
    }
}
