package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ModuleRestart;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.service.cluster.RestartService;
import io.kubefate.server.service.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

@Path("/v1/cluster/{uuid}/module/{module}/restart")
@Produces(MediaType.APPLICATION_JSON)
public final class RestartResource {

    private final RestartService restarts;

    public RestartResource(RestartService restarts) {
        this.restarts = requireNonNull(restarts, "restarts is null");
    }

    /**
     * Restarts a module, as {@code kubectl rollout restart} does. The reply does not wait until its pods are ready.
     *
     * @param acceptDataLoss whether data that no claim keeps may be lost
     * @param dryRun whether to restart nothing, and to return what would be restarted
     */
    @POST
    @Requires(value = Permission.CHANGE, in = Scope.CLUSTER)
    @Audited("restart")
    public Reply<ModuleRestart> restart(
            @PathParam("uuid") String uuid,
            @PathParam("module") String module,
            @QueryParam("acceptDataLoss") @DefaultValue("false") boolean acceptDataLoss,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Context HttpServletRequest request) {
        AuditTrail trail = AuditTrail.of(request);
        if (dryRun) {
            trail.readOnly();
            return new Reply<>("planRestart Success", restarts.plan(uuid, module));
        }
        ModuleRestart restart = restarts.restart(uuid, module, acceptDataLoss);
        trail.detail("module " + restart.module());
        return new Reply<>("restartModule Success", restart);
    }
}
