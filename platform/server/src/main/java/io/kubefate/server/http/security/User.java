package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.security.Principal;

/**
 * Whoever sent a request with a valid token.
 *
 * @param name the user's name
 * @param role what the user may do
 */
public record User(String name, Role role) implements Principal {

    public User {
        requireNonNull(name, "name is null");
        requireNonNull(role, "role is null");
    }

    /** The one account that there is today may do everything. */
    public User(String name) {
        this(name, Role.OPERATOR);
    }

    /** What users may do. */
    public enum Role {
        /** Everything. */
        OPERATOR,
        /** Look, but not reach into pods. */
        VIEWER
    }

    boolean mayOperate() {
        return role == Role.OPERATOR;
    }

    @Override
    public String getName() {
        return name;
    }
}
