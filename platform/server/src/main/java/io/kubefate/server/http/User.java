package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import java.security.Principal;

/** Whoever sent a request with a valid token. */
record User(String name) implements Principal {

    User {
        requireNonNull(name, "name is null");
    }

    @Override
    public String getName() {
        return name;
    }
}
