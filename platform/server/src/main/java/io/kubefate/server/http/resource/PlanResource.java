package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.ReadOnly;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.http.description.JsonBody;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.cluster.PlannedCluster;
import io.kubefate.server.service.cluster.ProvisioningService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

@Path(PlanResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public final class PlanResource {

    public static final String PATH = "/v1/cluster/plan";

    private final ProvisioningService provisioning;

    public PlanResource(ProvisioningService provisioning) {
        this.provisioning = requireNonNull(provisioning, "provisioning is null");
    }

    /**
     * Returns the plan of an install or update. POST, because the request contains the cluster.yaml.
     *
     * @param body {@link ClusterArgs} in JSON
     */
    @POST
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    @ReadOnly
    public Reply<ClusterPlan> plan(@JsonBody(ClusterArgs.class) InputStream body, @Auth User user) {
        ClusterArgs args = RequestReader.read(body, ClusterArgs.class);
        String namespace = provisioning.namespace(args);
        user.require(Permission.VIEW, namespace);
        PlannedCluster planned = provisioning.plan(args.in(namespace));
        return new Reply<>("planCluster Success", planned.plan(), planned.warnings());
    }
}
