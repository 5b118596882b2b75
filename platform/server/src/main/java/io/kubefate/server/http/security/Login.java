package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.kubefate.api.Credentials;
import io.kubefate.server.configuration.UserConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Checks the password of the configured user. The time that a comparison takes does not depend on the password. */
public final class Login {

    private static final int BCRYPT_MAX_BYTES = 72;

    /** The password in examples, also those of KubeFATE 1 and 2. */
    private static final String SAMPLE_PASSWORD = "admin";

    private final UserConfiguration configured;
    private final Optional<String> warning;

    public Login(UserConfiguration configured) {
        this.configured = requireNonNull(configured, "configured is null");
        this.warning = hasPassword(configured, SAMPLE_PASSWORD)
                ? Optional.of("user " + configured.username() + " has the published sample password; set"
                        + " FATECLOUD_USER_PASSWORD to another one")
                : Optional.empty();
    }

    /** {@return a remedy for a password that everybody knows; empty if there is none} */
    public Optional<String> warning() {
        return warning;
    }

    /** {@return the user, if name and password are correct} */
    public Optional<User> check(Credentials credentials) {
        boolean name = same(credentials.username(), configured.username());
        boolean password = hasPassword(configured, credentials.password());
        return name && password ? Optional.of(new User(configured.username())) : Optional.empty();
    }

    private static boolean hasPassword(UserConfiguration user, String password) {
        return user.passwordHash().map(hash -> hashes(password, hash)).orElseGet(() -> same(password, user.password()));
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(digest(given), digest(expected));
    }

    /** Digests have equal lengths, so the time does not reveal the length of the password either. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static boolean hashes(String given, String hash) {
        byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > BCRYPT_MAX_BYTES) {
            return false;
        }
        return BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.UTF_8)).verified;
    }
}
