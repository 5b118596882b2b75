package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.AdoptableRelease;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.AuditTrail;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.ChangeHeaders;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.DryRunAnswer;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.cluster.AcceptedChange;
import io.kubefate.server.service.cluster.AdoptionService;
import io.kubefate.server.service.cluster.PlannedCluster;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

@Path(AdoptionResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class AdoptionResource {

    public static final String PATH = "/v1/cluster/adopt";

    private final AdoptionService adoptions;

    public AdoptionResource(AdoptionService adoptions) {
        this.adoptions = requireNonNull(adoptions, "adoptions is null");
    }

    /**
     * Lists the Helm releases of the original KubeFATE that are not adopted yet.
     *
     * @param namespace the namespace; empty for all in which the user may change clusters
     */
    @GET
    @Requires(value = Permission.CHANGE, in = Scope.ANYWHERE)
    public Reply<List<AdoptableRelease>> list(
            @QueryParam("namespace") @DefaultValue("") String namespace, @Auth User user) {
        if (namespace.isEmpty()) {
            return new Reply<>("listReleases Success", adoptions.list(user.namespaces(Permission.CHANGE)));
        }
        user.require(Permission.CHANGE, namespace);
        return new Reply<>("listReleases Success", adoptions.list(new Namespaces(false, Set.of(namespace))));
    }

    /**
     * Adopts a cluster that the original KubeFATE installed, from its Helm release.
     *
     * @param body {@link ClusterArgs} in JSON: the name and namespace of the release; with data, the cluster.yaml to use in place of the
     *     one that is derived from the release
     * @param dryRun whether to return a {@link io.kubefate.api.ClusterPlan} in place of a job
     * @param force whether to ignore failed preflight rules
     */
    @POST
    @Requires(value = Permission.CHANGE, in = Scope.ANYWHERE)
    @Audited("adopt")
    @DryRunAnswer(ClusterPlan.class)
    public Reply<Object> adopt(
            @JsonBody(ClusterArgs.class) InputStream body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("force") @DefaultValue("false") boolean force,
            @BeanParam ChangeHeaders headers,
            @Auth User user,
            @Context HttpServletRequest request) {
        ClusterArgs sent = RequestReader.read(body, ClusterArgs.class);
        ClusterArgs args = NamedCluster.requireChange(request, user, sent, adoptions::namespace);
        if (dryRun) {
            AuditTrail.of(request).readOnly();
            PlannedCluster planned = adoptions.plan(args);
            return new Reply<>("planCluster Success", planned.plan(), planned.warnings());
        }
        AcceptedChange accepted = adoptions.adopt(args, headers.submission(user.name(), force, sent));
        return new Reply<>("adoptCluster Success", accepted.job(), accepted.warnings());
    }
}
