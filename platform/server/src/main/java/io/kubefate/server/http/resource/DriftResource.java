package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.api.RollbackArgs;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.ChangeHeaders;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.cluster.DriftService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The differences between a cluster and its revision. */
@Path("/v1/cluster/{uuid}/drift")
@Produces(MediaType.APPLICATION_JSON)
public final class DriftResource {

    private final DriftService drifts;

    public DriftResource(DriftService drifts) {
        this.drifts = requireNonNull(drifts, "drifts is null");
    }

    /** Returns the changes that a reconcile makes. */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.CLUSTER)
    public Reply<ClusterPlan> drift(@PathParam("uuid") String uuid) {
        return new Reply<>("getClusterDrift Success", drifts.drift(uuid));
    }

    /**
     * Restores the state of the current revision. The reply has no job if the cluster matches it.
     *
     * @param body {@link RollbackArgs} in JSON
     * @param force whether to ignore failed preflight rules
     */
    @POST
    @Path("reconcile")
    @Requires(value = Permission.CHANGE, in = Scope.CLUSTER)
    @Audited("reconcile")
    public Reply<Job> reconcile(
            @PathParam("uuid") String uuid,
            @JsonBody(RollbackArgs.class) InputStream body,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @BeanParam ChangeHeaders headers,
            @Auth User user) {
        RollbackArgs args = RequestReader.read(body, RollbackArgs.class);
        return drifts.reconcile(uuid, args, headers.submission(user.name(), force, args))
                .map(job -> new Reply<>("reconcileCluster Success", job))
                .orElseGet(() -> new Reply<>("the cluster matches its revision; nothing to do", null));
    }
}
