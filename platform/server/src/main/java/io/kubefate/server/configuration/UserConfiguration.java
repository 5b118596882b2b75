package io.kubefate.server.configuration;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one user who may log in.
 *
 * @param username {@code admin} if nothing is given
 * @param password in clear; {@code admin} if neither this nor a hash is given
 * @param passwordHash bcrypt, for example {@code $2a$12$…}; where it is given, it counts and {@code password} does not
 */
public record UserConfiguration(String username, String password, Optional<String> passwordHash) {

    /** Fills in what is not given. */
    public UserConfiguration(@Nullable String username, @Nullable String password, Optional<String> passwordHash) {
        this.username = username == null || username.isBlank() ? "admin" : username;
        this.password = password == null || password.isEmpty() ? "admin" : password;
        this.passwordHash = requireNonNull(passwordHash, "passwordHash is null").filter(hash -> !hash.isBlank());
    }

    /** {@return the name alone} */
    @Override
    public String toString() {
        return "user " + username;
    }
}
