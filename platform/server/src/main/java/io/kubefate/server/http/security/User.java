package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.identity.Access;
import io.kubefate.server.service.identity.AccessToken;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.identity.Subject;
import java.security.Principal;

/**
 * The user who sent a request.
 *
 * @param token what the request presented
 * @param access decides what the user may do
 */
public record User(AccessToken token, Access access) implements Principal {

    public User {
        requireNonNull(token, "token is null");
        requireNonNull(access, "access is null");
    }

    public String name() {
        return subject().user();
    }

    public Subject subject() {
        return token.subject();
    }

    /** {@return whether the user has a permission in a namespace, or in all for {@link Namespaces#EVERYWHERE}} */
    public boolean may(Permission permission, String namespace) {
        return namespaces(permission).contains(namespace);
    }

    /** {@return the namespaces in which the user has a permission} */
    public Namespaces namespaces(Permission permission) {
        return access.where(subject(), permission);
    }

    /**
     * Requires a permission.
     *
     * @throws KubefateException {@code FORBIDDEN}
     */
    public void require(Permission permission, String namespace) {
        access.require(subject(), permission, namespace);
    }

    @Override
    public String getName() {
        return name();
    }
}
