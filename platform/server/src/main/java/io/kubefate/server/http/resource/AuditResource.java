package io.kubefate.server.http.resource;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.AuditReply;
import io.kubefate.server.http.description.Queries;
import io.kubefate.server.http.description.QueryKind;
import io.kubefate.server.http.security.Requires;
import io.kubefate.server.service.audit.AuditFilter;
import io.kubefate.server.service.audit.AuditPage;
import io.kubefate.server.service.audit.AuditService;
import io.kubefate.server.service.identity.Permission;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** The audit can only be read. */
@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
public final class AuditResource {

    private final AuditService audit;

    public AuditResource(AuditService audit) {
        this.audit = requireNonNull(audit, "audit is null");
    }

    /** Lists requests, newest first. */
    @GET
    @Requires(Permission.AUDIT)
    @Queries(QueryKind.AUDIT)
    public AuditReply list(@Context UriInfo uri) {
        AuditPage page = audit.list(AuditFilter.of(
                name -> Optional.ofNullable(uri.getQueryParameters().getFirst(name))));
        return new AuditReply(
                "getAuditList Success",
                page.entries(),
                page.next().map(String::valueOf).orElse(null));
    }
}
