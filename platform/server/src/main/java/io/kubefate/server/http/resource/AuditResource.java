package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.AuditEntry;
import io.kubefate.api.Reply;
import io.kubefate.server.http.body.ListParameters;
import io.kubefate.server.http.description.ListOf;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.service.audit.AuditService;
import io.kubefate.server.service.identity.Permission;
import io.kubefate.server.service.list.ListKind;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** The audit can only be read. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    private final AuditService audit;

    public AuditResource(AuditService audit) {
        this.audit = requireNonNull(audit, "audit is null");
    }

    /** Lists requests, by default the newest first. */
    @GET
    @Requires(Permission.AUDIT)
    @ListOf(ListKind.AUDIT)
    public Reply<List<AuditEntry>> list(@Context UriInfo uri) {
        ListParameters parameters = new ListParameters(uri.getQueryParameters());
        return ListReply.of("getAuditList Success", audit.list(parameters.read(ListKind.AUDIT)));
    }
}
