package io.kubefate.server.http.security;

import io.kubefate.server.configuration.DatabaseConfiguration;
import io.kubefate.server.configuration.JwtConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Finds the key that signs tokens. It survives restarts, so tokens do, too. */
public final class SigningKey {

    private static final int MIN_BYTES = 32;
    private static final String FILE_NAME = "jwt.key";

    private SigningKey() {}

    /**
     * Returns the configured key or, for an embedded database, the key in the file next to it, which is created if it does not exist.
     *
     * @return an HMAC-SHA256 key
     * @throws IllegalStateException if there is no key, or it is too short; the message says what to set
     */
    public static SecretKey find(JwtConfiguration jwt, DatabaseConfiguration database) {
        if (jwt.key().isPresent()) {
            return key(jwt.key().get(), "the key in jwt.key (FATECLOUD_JWT_KEY)");
        }
        if (!database.isEmbedded()) {
            throw new IllegalStateException("no key for signing tokens: set FATECLOUD_JWT_KEY (jwt.key) to at least "
                    + MIN_BYTES + " random characters, the same for every service that uses this database");
        }
        return stored(database.file().toAbsolutePath().resolveSibling(FILE_NAME));
    }

    private static SecretKey stored(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return key(Files.readString(file).strip(), "the key in " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write the key that signs tokens: " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] random = new byte[MIN_BYTES];
        new SecureRandom().nextBytes(random);
        Files.createFile(file, ownerOnly(file));
        Files.writeString(file, Base64.getEncoder().encodeToString(random) + "\n");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static SecretKey key(String text, String what) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_BYTES) {
            throw new IllegalStateException(
                    what + " has " + bytes.length + " bytes; at least " + MIN_BYTES + " are required");
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
