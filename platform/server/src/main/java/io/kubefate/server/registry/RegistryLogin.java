package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A name and a password for a registry.
 *
 * @param source where it is from, for people, for example {@code secret regcred}
 * @param username the name
 * @param password the password, in clear
 */
record RegistryLogin(String source, String username, String password) {

    RegistryLogin {
        requireNonNull(source, "source is null");
        requireNonNull(username, "username is null");
        requireNonNull(password, "password is null");
    }

    /** {@return the value of an {@code Authorization} header} */
    String basic() {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** {@return where it is from; neither name nor password} */
    @Override
    public String toString() {
        return source;
    }
}
