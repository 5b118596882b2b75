package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Federation;
import io.kubefate.api.Reply;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.federation.FederationService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Parties and routes of all clusters. */
@Path("/v1/federation")
@Produces(MediaType.APPLICATION_JSON)
public final class FederationResource {

    private final FederationService federation;

    public FederationResource(FederationService federation) {
        this.federation = requireNonNull(federation, "federation is null");
    }

    /** Returns parties and routes of all clusters that the user may see, and what each route lacks. */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    public Reply<Federation> federation(@Auth User user) {
        return new Reply<>("getFederation Success", federation.federation(user.namespaces(Permission.VIEW)));
    }
}
