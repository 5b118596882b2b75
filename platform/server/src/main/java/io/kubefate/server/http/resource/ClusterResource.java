package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.DryRun;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.ChangeHeaders;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.DryRunAnswer;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.cluster.AcceptedChange;
import io.kubefate.server.service.cluster.ClusterService;
import io.kubefate.server.service.cluster.PlannedCluster;
import io.kubefate.server.service.cluster.ProvisioningService;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.list.ListKind;
import io.kubefate.server.service.list.ListRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;

@Path("/v1/cluster")
@Produces(MediaType.APPLICATION_JSON)
public final class ClusterResource {

    private final ClusterService clusters;
    private final ProvisioningService provisioning;

    public ClusterResource(ClusterService clusters, ProvisioningService provisioning) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.provisioning = requireNonNull(provisioning, "provisioning is null");
    }

    /**
     * Installs a cluster.
     *
     * @param body {@link ClusterArgs} in JSON
     * @param dryRun whether to return a {@link io.kubefate.api.DryRun} in place of a job
     * @param force whether to ignore failed preflight rules
     */
    @POST
    @Requires(value = Permission.CHANGE, in = Scope.ANYWHERE)
    @Audited("install")
    @DryRunAnswer(DryRun.class)
    public Reply<Object> install(
            @JsonBody(ClusterArgs.class) InputStream body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @BeanParam ChangeHeaders headers,
            @Auth User user,
            @Context HttpServletRequest request) {
        ClusterArgs sent = RequestReader.read(body, ClusterArgs.class);
        ClusterArgs args = NamedCluster.requireChange(request, user, sent, provisioning::namespace);
        if (dryRun) {
            AuditTrail.of(request).readOnly();
            return new Reply<>("createCluster dry run Success", provisioning.dryRun(args));
        }
        AcceptedChange accepted = provisioning.install(args, headers.submission(user.name(), force, sent));
        return new Reply<>("createCluster Success", accepted.job(), accepted.warnings());
    }

    /**
     * Updates the cluster with the name and namespace in the request.
     *
     * @param body {@link ClusterArgs} in JSON
     * @param dryRun whether to return a {@link io.kubefate.api.ClusterPlan} in place of a job
     * @param force whether to ignore failed preflight rules
     */
    @PUT
    @Requires(value = Permission.CHANGE, in = Scope.ANYWHERE)
    @Audited("update")
    @DryRunAnswer(ClusterPlan.class)
    public Reply<Object> update(
            @JsonBody(ClusterArgs.class) InputStream body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @BeanParam ChangeHeaders headers,
            @Auth User user,
            @Context HttpServletRequest request) {
        ClusterArgs sent = RequestReader.read(body, ClusterArgs.class);
        ClusterArgs args = NamedCluster.requireChange(request, user, sent, provisioning::namespace);
        if (dryRun) {
            AuditTrail.of(request).readOnly();
            PlannedCluster planned = provisioning.plan(args);
            return new Reply<>("planCluster Success", planned.plan(), planned.warnings());
        }
        AcceptedChange accepted = provisioning.update(args, headers.submission(user.name(), force));
        return new Reply<>("setCluster Success", accepted.job(), accepted.warnings());
    }

    /**
     * Lists clusters as stored.
     *
     * @param all whether to include deleted clusters
     */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    @ListOf(ListKind.CLUSTERS)
    public Reply<List<Cluster>> list(
            @QueryParam("all") @DefaultValue("false") boolean all, @Context UriInfo uri, @Auth User user) {
        ListRequest request = new ListParameters(uri.getQueryParameters()).read(ListKind.CLUSTERS);
        return ListReply.of("getClusterList Success", clusters.list(all, request, user.namespaces(Permission.VIEW)));
    }

    /** Returns a cluster with its live state. */
    @GET
    @Path("{uuid}")
    @Requires(value = Permission.VIEW, in = Scope.CLUSTER)
    public Reply<Cluster> describe(@PathParam("uuid") String uuid) {
        return new Reply<>("getCluster Success", clusters.describe(uuid));
    }

    /**
     * Deletes a cluster.
     *
     * @param purge whether to delete its claims with their data
     * @param dryRun whether to return a {@link io.kubefate.api.ClusterPlan} in place of a job
     */
    @DELETE
    @Path("{uuid}")
    @Requires(value = Permission.CHANGE, in = Scope.CLUSTER)
    @Audited("delete")
    @DryRunAnswer(ClusterPlan.class)
    public Reply<Object> delete(
            @PathParam("uuid") String uuid,
            @QueryParam("purge") @DefaultValue("false") boolean purge,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @BeanParam ChangeHeaders headers,
            @Auth User user,
            @Context HttpServletRequest request) {
        if (dryRun) {
            AuditTrail.of(request).readOnly();
            return new Reply<>("planCluster Success", clusters.planDelete(uuid, purge));
        }
        return new Reply<>(
                "deleteCluster Success", clusters.delete(uuid, purge, headers.submission(user.name(), false)));
    }
}
