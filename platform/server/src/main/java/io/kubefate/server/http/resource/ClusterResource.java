package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Reply;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.AcceptedInstall;
import io.kubefate.server.service.ClusterService;
import io.kubefate.server.service.PlannedCluster;
import io.kubefate.server.service.ProvisioningService;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** Clusters. */
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
     * Installs a cluster, or shows what an install would do.
     *
     * @param body {@link ClusterArgs} in JSON
     * @param dryRun whether nothing is to be done
     * @param force whether failed preflight rules are ignored
     * @param user who asks
     * @return the new job; for a dry run a {@link io.kubefate.api.DryRun}
     */
    @POST
    public Reply<Object> install(
            InputStream body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @Auth User user) {
        ClusterArgs args = RequestReader.read(body, ClusterArgs.class);
        if (dryRun) {
            return new Reply<>("createCluster dry run Success", provisioning.dryRun(args));
        }
        AcceptedInstall accepted = provisioning.install(args, force, user.name());
        return new Reply<>("createCluster Success", accepted.job(), accepted.warnings());
    }

    /**
     * Updates the cluster of the given name and namespace, or shows what an update would do.
     *
     * @param body {@link ClusterArgs} in JSON
     * @param dryRun whether nothing is to be done
     * @param force whether failed preflight rules are ignored
     * @param user who asks
     * @return the new job; for a dry run a {@link io.kubefate.api.ClusterPlan}
     */
    @PUT
    public Reply<Object> update(
            InputStream body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @Auth User user) {
        ClusterArgs args = RequestReader.read(body, ClusterArgs.class);
        if (dryRun) {
            PlannedCluster planned = provisioning.plan(args);
            return new Reply<>("planCluster Success", planned.plan(), planned.warnings());
        }
        AcceptedInstall accepted = provisioning.update(args, force, user.name());
        return new Reply<>("setCluster Success", accepted.job(), accepted.warnings());
    }

    /**
     * Lists clusters.
     *
     * @param all whether deleted ones are listed too
     * @return the clusters as stored
     */
    @GET
    public Reply<List<Cluster>> list(@QueryParam("all") @DefaultValue("false") boolean all) {
        return new Reply<>("getClusterList Success", clusters.list(all));
    }

    /**
     * Shows a cluster.
     *
     * @param uuid its id
     * @return the cluster with its live state
     */
    @GET
    @Path("{uuid}")
    public Reply<Cluster> describe(@PathParam("uuid") String uuid) {
        return new Reply<>("getCluster Success", clusters.describe(uuid));
    }

    /**
     * Deletes a cluster, or shows what a delete would do.
     *
     * @param uuid its id
     * @param purge whether its claims and their data are deleted, too
     * @param dryRun whether nothing is to be done
     * @param user who asks
     * @return the new job; for a dry run a {@link io.kubefate.api.ClusterPlan}
     */
    @DELETE
    @Path("{uuid}")
    public Reply<Object> delete(
            @PathParam("uuid") String uuid,
            @QueryParam("purge") @DefaultValue("false") boolean purge,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @Auth User user) {
        if (dryRun) {
            return new Reply<>("planCluster Success", clusters.planDelete(uuid, purge));
        }
        return new Reply<>("deleteCluster Success", clusters.delete(uuid, purge, user.name()));
    }
}
