package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.encryption.MasterKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The encryption of passwords in the database.
 *
 * @param keyFile a file with keys, one on each line: 32 bytes in Base64. The first one encrypts, the others decrypt. By default, the service
 *     generates one for the embedded database, and does not encrypt others
 */
public record EncryptionConfiguration(Optional<Path> keyFile) {

    /** The name of the file that the service generates in the folder of the embedded database. */
    public static final String GENERATED = "encryption.key";

    /** How often a service looks for new keys in a database that it shares with others. */
    public static final Duration REFRESH = Duration.ofSeconds(2);

    private static final int MISSED_REFRESHES = 3;

    /** Sets the defaults. */
    public EncryptionConfiguration(Optional<Path> keyFile) {
        // An unset environment variable becomes empty text.
        this.keyFile = requireNonNull(keyFile, "keyFile is null")
                .filter(file -> !file.toString().isEmpty());
    }

    /** Returns the time after which all services that share a database use a new key. */
    public static Duration pause(DatabaseConfiguration database) {
        return database.isEmbedded() ? Duration.ZERO : REFRESH.multipliedBy(MISSED_REFRESHES);
    }

    /** Returns the file of the key that the service generates; empty if a key is configured, or the database is not a local file. */
    public Optional<Path> generatedFile(DatabaseConfiguration database) {
        return keyFile.isEmpty() && database.isEmbedded()
                ? Optional.of(database.file().toAbsolutePath().resolveSibling(GENERATED))
                : Optional.empty();
    }

    /**
     * Reads the keys for a database.
     *
     * @throws KubefateException {@code INVALID_REQUEST} if the file cannot be read or has something else
     */
    public MasterKeys masterKeys(DatabaseConfiguration database) {
        Optional<Path> file = keyFile.or(() -> generatedFile(database));
        if (keyFile.isEmpty() && file.filter(Files::exists).isEmpty()) {
            return MasterKeys.none(file.map(path -> path + ", which does not exist")
                    .orElse("KUBEFATE_ENCRYPTION_KEY_FILE, which is not set"));
        }
        return read(file.orElseThrow());
    }

    private static MasterKeys read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return MasterKeys.parse(file.toString(), lines);
        } catch (IOException e) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST,
                    "KUBEFATE_ENCRYPTION_KEY_FILE: " + file + " does not exist, or the service may not read it",
                    e);
        }
    }
}
