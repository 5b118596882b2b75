package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.DiagnosisCheck;
import io.kubefate.api.Reply;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.http.security.Requires.Scope;
import io.kubefate.server.service.DiagnosisService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The state of what the service depends on. */
@Path("/v1/diagnosis")
@Produces(MediaType.APPLICATION_JSON)
public final class DiagnosisResource {

    private final DiagnosisService diagnosis;

    public DiagnosisResource(DiagnosisService diagnosis) {
        this.diagnosis = requireNonNull(diagnosis, "diagnosis is null");
    }

    /**
     * Runs all checks.
     *
     * @param namespace the namespace in which the permissions of the service are checked
     */
    @GET
    @Requires(value = Permission.VIEW, in = Scope.ANYWHERE)
    public Reply<List<DiagnosisCheck>> check(@QueryParam("namespace") @DefaultValue("default") String namespace) {
        return new Reply<>("getDiagnosis Success", diagnosis.check(namespace));
    }
}
