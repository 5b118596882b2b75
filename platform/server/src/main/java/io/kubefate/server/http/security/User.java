package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import java.security.Principal;

/** The user who sent a request. */
public record User(String name, Role role) implements Principal {

    public User {
        requireNonNull(name, "name is null");
        requireNonNull(role, "role is null");
    }

    /** The configured user is an operator. */
    public User(String name) {
        this(name, Role.OPERATOR);
    }

    public enum Role {
        /** May do everything. */
        OPERATOR,
        /** May read, but not access pods. */
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
