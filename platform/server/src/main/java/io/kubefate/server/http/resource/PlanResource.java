package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Reply;
import io.kubefate.server.http.body.RequestReader;
import io.kubefate.server.service.cluster.PlannedCluster;
import io.kubefate.server.service.cluster.ProvisioningService;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

@Path("/v1/cluster/plan")
@Produces(MediaType.APPLICATION_JSON)
public final class PlanResource {

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
    public Reply<ClusterPlan> plan(InputStream body) {
        PlannedCluster planned = provisioning.plan(RequestReader.read(body, ClusterArgs.class));
        return new Reply<>("planCluster Success", planned.plan(), planned.warnings());
    }
}
