package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Reply;
import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.api.RollbackArgs;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.AcceptedInstall;
import io.kubefate.server.service.RevisionService;
import io.kubefate.server.service.RollbackService;
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
import java.util.Optional;

/** The revisions of a cluster. */
@Path("/v1/cluster/{uuid}/revision")
@Produces(MediaType.APPLICATION_JSON)
public final class RevisionResource {

    private final RevisionService revisions;
    private final RollbackService rollbacks;

    public RevisionResource(RevisionService revisions, RollbackService rollbacks) {
        this.revisions = requireNonNull(revisions, "revisions is null");
        this.rollbacks = requireNonNull(rollbacks, "rollbacks is null");
    }

    /**
     * Lists them.
     *
     * @param uuid the cluster's id
     * @return oldest first
     */
    @GET
    public Reply<List<Revision>> history(@PathParam("uuid") String uuid) {
        return new Reply<>("getRevisionList Success", revisions.history(uuid));
    }

    /**
     * Shows one.
     *
     * @param uuid the cluster's id
     * @param number its number
     * @return with its file and objects
     */
    @GET
    @Path("{number: [0-9]{1,9}}")
    public Reply<Revision> find(@PathParam("uuid") String uuid, @PathParam("number") int number) {
        return new Reply<>("getRevision Success", revisions.find(uuid, number));
    }

    /**
     * Compares two.
     *
     * @param uuid the cluster's id
     * @param number the one
     * @param to the other; without it, the one that the cluster has
     * @return in what they differ
     */
    @GET
    @Path("{number: [0-9]{1,9}}/diff")
    public Reply<RevisionDiff> diff(
            @PathParam("uuid") String uuid, @PathParam("number") int number, @QueryParam("to") Integer to) {
        return new Reply<>("getRevisionDiff Success", revisions.diff(uuid, number, Optional.ofNullable(to)));
    }

    /**
     * Goes back to one, or shows what that would do.
     *
     * @param uuid the cluster's id
     * @param number its number
     * @param body {@link RollbackArgs} in JSON
     * @param dryRun whether nothing is to be done
     * @param force whether failed preflight rules are ignored
     * @param user who asks
     * @return the new job; for a dry run a {@link io.kubefate.api.ClusterPlan}
     */
    @POST
    @Path("{number: [0-9]{1,9}}/rollback")
    public Reply<Object> rollback(
            @PathParam("uuid") String uuid,
            @PathParam("number") int number,
            InputStream body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @Auth User user) {
        RollbackArgs args = RequestReader.read(body, RollbackArgs.class);
        if (dryRun) {
            return new Reply<>("planCluster Success", rollbacks.plan(uuid, number, args));
        }
        AcceptedInstall accepted = rollbacks.rollback(uuid, number, args, force, user.name());
        return new Reply<>("rollbackCluster Success", accepted.job(), accepted.warnings());
    }
}
