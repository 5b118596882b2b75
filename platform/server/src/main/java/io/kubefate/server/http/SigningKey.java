package io.kubefate.server.http;

import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/** The key that signs tokens (HS256, RFC 7518: at least 256 bits). */
public final class SigningKey {

    private static final int LEAST_BYTES = 32;

    private final byte[] bytes;

    private SigningKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A configured key.
     *
     * @param text at least 32 bytes
     * @return the key
     * @throws KubefateException {@code INVALID_REQUEST} if it is too short
     */
    public static SigningKey configured(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < LEAST_BYTES) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST,
                    "the key for tokens (FATECLOUD_JWT_KEY or token.key) has " + bytes.length
                            + " bytes and needs at least " + LEAST_BYTES + "; make one with: openssl rand -hex 32");
        }
        return new SigningKey(bytes);
    }

    /**
     * A key that is kept in a file and made at the first start, so that tokens survive a restart.
     *
     * @param file where; only its owner can read it
     * @return the key
     */
    public static SigningKey keptIn(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            make(file);
            return configured(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the key for tokens cannot be kept in " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[LEAST_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            // It was made at an earlier start, and is what we want.
        }
    }

    SecretKeySpec secret() {
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
