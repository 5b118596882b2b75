package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The only user who can log in.
 *
 * @param username default {@code admin}
 * @param password the plain password; default {@code admin} if there is no hash
 * @param passwordHash a bcrypt hash, for example {@code $2a$12$…}; overrides {@code password}
 */
public record UserConfiguration(String username, String password, Optional<String> passwordHash) {

    /** Sets the defaults. */
    public UserConfiguration(@Nullable String username, @Nullable String password, Optional<String> passwordHash) {
        this.username = username == null || username.isBlank() ? "admin" : username;
        this.password = password == null || password.isEmpty() ? "admin" : password;
        this.passwordHash = requireNonNull(passwordHash, "passwordHash is null").filter(hash -> !hash.isBlank());
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return "user " + username;
    }
}
