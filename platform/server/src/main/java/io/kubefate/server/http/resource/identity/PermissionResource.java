package io.kubefate.server.http.resource.identity;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Reply;
import io.kubefate.api.RoleGrant;
import io.kubefate.api.RoleGrantArgs;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.identity.GrantService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

    /**
     * Lists the grants for the namespaces in which the user may grant.
     *
     * @param subject the name of a user or group; empty text for all
     * @param namespace empty text for all
     */
    @GET
    @Requires(value = Permission.GRANT, in = Scope.ANYWHERE)
    public Reply<List<RoleGrant>> list(
            @QueryParam("subject") @DefaultValue("") String subject,
            @QueryParam("namespace") @DefaultValue("") String namespace,
            @Auth User user) {
        List<RoleGrant> selected = grants.list(user.subject()).stream()
                .filter(grant -> subject.isEmpty() || subject.equals(grant.subject()))
                .filter(grant -> namespace.isEmpty() || namespace.equals(grant.namespace()))
                .toList();
        return new Reply<>("getPermissionList Success", selected);
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
