package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * Who has permissions.
 *
 * @param user a name
 * @param groups the groups of the user, which an identity provider knows; accounts of this service have none
 */
public record Subject(String user, Set<String> groups) {

    /** Begins the names of users of an identity provider, so that none has the name of an account. */
    public static final String OIDC_PREFIX = "oidc:";

    public Subject {
        requireNonNull(user, "user is null");
        groups = Set.copyOf(groups);
    }

    public static Subject user(String name) {
        return new Subject(name, Set.of());
    }
}
