package io.kubefate.server;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.EncryptionConfiguration;
import io.kubefate.server.store.Database;
import io.kubefate.server.store.Encryption;
import io.kubefate.server.store.encryption.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the keys that encrypt passwords in the database, and encrypts what was stored without a key. */
final class EncryptionWiring {

    static final String WARNING = "passwords in the database are not encrypted; set KUBEFATE_ENCRYPTION_KEY_FILE";

    private static final Logger LOG = LoggerFactory.getLogger(EncryptionWiring.class);

    private EncryptionWiring() {}

    static Encryption open(EncryptionConfiguration configuration, DatabaseConfiguration settings, Database database) {
        if (!database.isEncrypted()) {
            configuration.generatedFile(settings).filter(Files::notExists).ifPresent(EncryptionWiring::generate);
        }
        Encryption encryption = database.encryption(() -> configuration.masterKeys(settings));
        int texts = database.reencryption(encryption, EncryptionConfiguration.pause(settings))
                .encryptExisting();
        if (texts > 0) {
            LOG.info("encrypted {} texts that were stored without encryption", texts);
        }
        warning(encryption).ifPresent(LOG::warn);
        return encryption;
    }

    static Optional<String> warning(Encryption encryption) {
        return encryption.enabled() ? Optional.empty() : Optional.of(WARNING);
    }

    private static void generate(Path file) {
        try {
            DataFolder.write(file, MasterKey.random() + System.lineSeparator());
            LOG.info(
                    "generated the key that encrypts passwords in the database: {}; keep a copy of it elsewhere", file);
        } catch (IOException e) {
            throw new KubefateException(
                    ErrorCode.DATABASE_UNAVAILABLE,
                    "cannot write the encryption key " + file + ": " + e.getMessage(),
                    e);
        }
    }
}
