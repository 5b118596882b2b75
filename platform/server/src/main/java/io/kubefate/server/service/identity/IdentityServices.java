package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

/**
 * What decides about requests.
 *
 * @param access the permissions of users
 * @param namespaces where requests need them
 */
public record IdentityServices(AccessControl access, ResourceNamespaces namespaces) {

    public IdentityServices {
        requireNonNull(access, "access is null");
        requireNonNull(namespaces, "namespaces is null");
    }
}
