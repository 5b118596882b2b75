package io.kubefate.server.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.EncryptionConfiguration;
import io.kubefate.server.configuration.ServerConfiguration;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.encryption.MasterKeys;
import java.io.PrintStream;
import java.util.function.Supplier;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code encryption rotate FILE}: encrypts the passwords in the database with a new key, while services use it. */
public final class EncryptionCommand extends DatabaseCommand {

    private final PrintStream out;

    public EncryptionCommand(PrintStream out) {
        super("encryption", "Encrypts the passwords in the database with a new key");
        this.out = requireNonNull(out, "out is null");
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("action")
                .choices("rotate")
                .help("rotate: creates a data key, encrypts it with the first key of KUBEFATE_ENCRYPTION_KEY_FILE,"
                        + " and encrypts all passwords with it; continues if it was interrupted");
        super.configure(parser);
    }

    @Override
    void run(Database database, Namespace arguments, ServerConfiguration configuration) {
        database.migrateUnlessOpen();
        DatabaseConfiguration settings = configuration.database();
        Supplier<MasterKeys> keys = () -> configuration.encryption().masterKeys(settings);
        int texts = database.reencryption(database.encryption(keys), EncryptionConfiguration.pause(settings))
                .rotate();
        out.println("encrypted " + texts + " texts with a new data key; the database only needs the key "
                + keys.get().first().id() + " now");
    }
}
