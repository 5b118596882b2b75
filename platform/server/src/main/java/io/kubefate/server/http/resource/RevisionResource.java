package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Reply;
import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.api.RollbackArgs;
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
import io.kubefate.server.service.cluster.RevisionService;
import io.kubefate.server.service.cluster.RollbackService;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.list.ListKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

@Path("/v1/cluster/{uuid}/revision")
@Produces(MediaType.APPLICATION_JSON)
public final class RevisionResource {

    private final RevisionService revisions;
    private final RollbackService rollbacks;

    public RevisionResource(RevisionService revisions, RollbackService rollbacks) {
        this.revisions = requireNonNull(revisions, "revisions is null");
        this.rollbacks = requireNonNull(rollbacks, "rollbacks is null");
    }

    /** Lists revisions, oldest first. */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.CLUSTER)
    @ListOf(ListKind.REVISIONS)
    public Reply<List<Revision>> history(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of("getRevisionList Success", revisions.history(uuid, parameters.read(ListKind.REVISIONS)));
    }

    /** Returns a revision with its cluster.yaml and objects. */
    @GET
    @Path("{number: [0-9]{1,9}}")
    @Requires(value = Permission.VIEW, in = Scope.CLUSTER)
    public Reply<Revision> find(@PathParam("uuid") String uuid, @PathParam("number") int number) {
        return new Reply<>("getRevision Success", revisions.find(uuid, number));
    }

    /**
     * Compares two revisions.
     *
     * @param to the number of the other; the current revision if null
     */
    @GET
    @Path("{number: [0-9]{1,9}}/diff")
    @Requires(value = Permission.VIEW, in = Scope.CLUSTER)
    public Reply<RevisionDiff> diff(
            @PathParam("uuid") String uuid, @PathParam("number") int number, @QueryParam("to") Integer to) {
        return new Reply<>("getRevisionDiff Success", revisions.diff(uuid, number, Optional.ofNullable(to)));
    }

    /**
     * Rolls back to a revision.
     *
     * @param body {@link RollbackArgs} in JSON
     * @param dryRun whether to return a {@link io.kubefate.api.ClusterPlan} in place of a job
     * @param force whether to ignore failed preflight rules
     */
    @POST
    @Path("{number: [0-9]{1,9}}/rollback")
    @Requires(value = Permission.CHANGE, in = Scope.CLUSTER)
    @Audited("rollback")
    @DryRunAnswer(ClusterPlan.class)
    public Reply<Object> rollback(
            @PathParam("uuid") String uuid,
            @PathParam("number") int number,
            @JsonBody(RollbackArgs.class) InputStream body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @BeanParam ChangeHeaders headers,
            @Auth User user,
            @Context HttpServletRequest request) {
        RollbackArgs args = RequestReader.read(body, RollbackArgs.class);
        AuditTrail trail = AuditTrail.of(request);
        trail.detail("revision " + number);
        if (dryRun) {
            trail.readOnly();
            return new Reply<>("planCluster Success", rollbacks.plan(uuid, number, args));
        }
        AcceptedChange accepted = rollbacks.rollback(uuid, number, args, headers.submission(user.name(), force, args));
        return new Reply<>("rollbackCluster Success", accepted.job(), accepted.warnings());
    }
}
