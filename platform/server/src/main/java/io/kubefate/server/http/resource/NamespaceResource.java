package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Namespace;
import io.kubefate.api.Reply;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.NamespaceService;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.list.ListKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** Kubernetes namespaces. */
@Path("/v1/namespace")
@Produces(MediaType.APPLICATION_JSON)
public final class NamespaceResource {

    private final NamespaceService namespaces;

    public NamespaceResource(NamespaceService namespaces) {
        this.namespaces = requireNonNull(namespaces, "namespaces is null");
    }

    /** Lists Kubernetes namespaces. */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    @ListOf(ListKind.NAMESPACES)
    public Reply<List<Namespace>> list(@Context UriInfo uri, @Auth User user) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of(
                "getNamespaceList Success",
                namespaces.list(parameters.read(ListKind.NAMESPACES), user.namespaces(Permission.VIEW)));
    }
}
