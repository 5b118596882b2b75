package io.kubefate.server.http;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.server.error.ErrorCode;
import io.kubefate.server.error.KubefateException;
import io.kubefate.server.service.ClusterService;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;

/** Clusters. */
@Path("/v1/cluster")
@Produces(MediaType.APPLICATION_JSON)
public final class ClusterResource {

    private final ClusterService clusters;

    ClusterResource(ClusterService clusters) {
        this.clusters = clusters;
    }

    /**
     * Installs a cluster, or shows what would be installed.
     *
     * @param args what
     * @param dryRun whether to show only
     * @param security who asks
     * @return the job, or the objects
     */
    @POST
    public Reply<Object> install(
            ClusterArgs args, @QueryParam("dryRun") boolean dryRun, @Context SecurityContext security) {
        if (args == null) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "the body is missing: name, namespace, … and data");
        }
        return dryRun
                ? new Reply<>("planCluster Success", clusters.dryRun(args))
                : new Reply<>(
                        "createCluster Success",
                        clusters.install(args, security.getUserPrincipal().getName()));
    }

    /**
     * Lists clusters.
     *
     * @param all whether deleted ones are listed too
     * @return the clusters
     */
    @GET
    public Reply<List<Cluster>> list(@QueryParam("all") boolean all) {
        return new Reply<>("getClusterList Success", clusters.list(all));
    }

    /**
     * One cluster with its live state.
     *
     * @param uuid its id
     * @return the cluster
     */
    @GET
    @Path("{uuid}")
    public Reply<Cluster> describe(@PathParam("uuid") String uuid) {
        return new Reply<>("getCluster Success", clusters.describe(uuid));
    }

    /**
     * Removes a cluster.
     *
     * @param uuid its id
     * @param purge whether its data go too
     * @param security who asks
     * @return the job
     */
    @DELETE
    @Path("{uuid}")
    public Reply<Job> delete(
            @PathParam("uuid") String uuid, @QueryParam("purge") boolean purge, @Context SecurityContext security) {
        return new Reply<>(
                "deleteCluster Success",
                clusters.delete(uuid, purge, security.getUserPrincipal().getName()));
    }
}
