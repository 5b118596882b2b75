package io.kubefate.server.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * What allows a backup of the running service: the content of a file that only its user may read. The admin port has no users, and can be
 * open to those who read metrics.
 */
public record BackupToken(String text) {

    /** The name of the file in the folder of the embedded database. */
    public static final String FILE = "backup.token";

    /** The header of HTTP with the token. */
    static final String HEADER = "X-Backup-Token";

    public BackupToken {
        requireNonNull(text, "text is null");
    }

    /** Reads the token of the service that uses a folder; empty if none has run. */
    public static Optional<BackupToken> read(Path folder) throws IOException {
        try {
            return Optional.of(
                    new BackupToken(Files.readString(folder.resolve(FILE)).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Compares without revealing how much agrees. */
    boolean is(String candidate) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "(hidden)";
    }
}
