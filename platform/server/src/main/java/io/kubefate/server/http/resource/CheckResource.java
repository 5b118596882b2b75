package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.dropwizard.auth.Auth;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.server.http.audit.Audited;
import io.kubefate.server.http.body.ChangeHeaders;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.http.security.User;
import io.kubefate.server.service.cluster.CheckService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

@Path("/v1/cluster/{uuid}/check")
@Produces(MediaType.APPLICATION_JSON)
public final class CheckResource {

    private final CheckService checks;

    public CheckResource(CheckService checks) {
        this.checks = requireNonNull(checks, "checks is null");
    }

    /** Starts a job that runs the checks that the cluster's plugin declares. */
    @POST
    @Requires(value = Permission.CHANGE, in = Scope.CLUSTER)
    @Audited("check")
    public Reply<Job> check(@PathParam("uuid") String uuid, @BeanParam ChangeHeaders headers, @Auth User user) {
        return new Reply<>("checkCluster Success", checks.check(uuid, headers.submission(user.name(), false, "")));
    }
}
