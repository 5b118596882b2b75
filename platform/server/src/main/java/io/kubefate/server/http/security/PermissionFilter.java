package io.kubefate.server.http.security;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.identity.ResourceNamespaces;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Optional;
import java.util.function.Function;

/**
 * Refuses requests of users without the permission that a resource method requires. What is in a namespace in which a user has no
 * permission at all does not exist for this user. Runs after the token filter.
 */
@Priority(Priorities.AUTHORIZATION)
final class PermissionFilter implements ContainerRequestFilter {

    private final Requires required;
    private final ResourceNamespaces namespaces;

    PermissionFilter(Requires required, ResourceNamespaces namespaces) {
        this.required = requireNonNull(required, "required is null");
        this.namespaces = requireNonNull(namespaces, "namespaces is null");
    }

    @Override
    public void filter(ContainerRequestContext request) {
        User user = (User) request.getSecurityContext().getUserPrincipal();
        String namespace = switch (required.in()) {
            case CLUSTER -> check(user, namespaces.ofCluster(), request);
            case JOB -> check(user, namespaces.ofJob(), request);
            case ANYWHERE -> check(user, Namespaces.ANY);
            case EVERYWHERE -> check(user, Namespaces.EVERYWHERE);
        };
        request.setProperty(Grant.PROPERTY, new Grant(user.token(), required.value(), namespace));
    }

    /** A user who has the permission everywhere gets the answer of the resource, also if there is no such thing. */
    private String check(User user, Function<String, Optional<String>> find, ContainerRequestContext request) {
        if (user.namespaces(required.value()).all()) {
            return Namespaces.EVERYWHERE;
        }
        String uuid = request.getUriInfo().getPathParameters().getFirst("uuid");
        String namespace = find.apply(uuid)
                .filter(found -> user.access().permissions(user.subject(), found).stream()
                        .anyMatch(Permission::isNamespaced))
                .orElseThrow(KubefateException::notFound);
        return check(user, namespace);
    }

    private String check(User user, String namespace) {
        user.require(required.value(), namespace);
        return namespace;
    }
}
