package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Reply;
import io.kubefate.api.RoleGrant;
import io.kubefate.api.RoleGrantArgs;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.resource.ListReply;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.GrantService;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.list.ListKind;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

/** The roles that are granted to users and groups. */
@Path("/v1/permission")
@Produces(MediaType.APPLICATION_JSON)
public final class PermissionResource {

    private final GrantService grants;

    public PermissionResource(GrantService grants) {
        this.grants = requireNonNull(grants, "grants is null");
    }

    /** Lists the grants for the namespaces in which the user may grant. */
    @GET
    @Requires(value = Permission.GRANT, in = Scope.ANYWHERE)
    @ListOf(ListKind.PERMISSIONS)
    public Reply<List<RoleGrant>> list(@Context UriInfo uri, @Auth User user) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of(
                "getPermissionList Success", grants.list(parameters.read(ListKind.PERMISSIONS), user.subject()));
    }

    /**
     * Grants a role.
     *
     * @param body {@link RoleGrantArgs} in JSON
     */
    @POST
    @Requires(value = Permission.GRANT, in = Scope.ANYWHERE)
    @Audited("permission grant")
    public Reply<RoleGrant> create(@JsonBody(RoleGrantArgs.class) InputStream body, @Auth User user) {
        RoleGrantArgs args = RequestReader.read(body, RoleGrantArgs.class, RequestReader.MAX_LOGIN_BYTES);
        return new Reply<>("createPermission Success", grants.create(args, user.subject()));
    }

    /** Revokes a role. */
    @DELETE
    @Requires(value = Permission.GRANT, in = Scope.ANYWHERE)
    @Path("{id}")
    @Audited("permission revoke")
    public Reply<Void> delete(@PathParam("id") String id, @Auth User user) {
        grants.delete(id, user.subject());
        return new Reply<>("deletePermission Success", null);
    }
}
