package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Credentials for a registry.
 *
 * @param source the origin for display, for example {@code secret regcred}
 * @param username the user name
 * @param password the plain password
 */
record RegistryLogin(String source, String username, String password) {

    RegistryLogin {
        requireNonNull(source, "source is null");
        requireNonNull(username, "username is null");
        requireNonNull(password, "password is null");
    }

    /** Returns the value of an {@code Authorization} header. */
    String basic() {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Returns the source, without user name and password. */
    @Override
    public String toString() {
        return source;
    }
}
