package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Namespace;
import io.kubefate.api.Reply;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Kubernetes namespaces. */
@Path("/v1/namespace")
@Produces(MediaType.APPLICATION_JSON)
public final class NamespaceResource {

    private final NamespaceService namespaces;

    public NamespaceResource(NamespaceService namespaces) {
        this.namespaces = requireNonNull(namespaces, "namespaces is null");
    }

    @GET
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    public Reply<List<Namespace>> list(@Auth User user) {
        return new Reply<>("getNamespaceList Success", namespaces.list(user.namespaces(Permission.VIEW)));
    }
}
