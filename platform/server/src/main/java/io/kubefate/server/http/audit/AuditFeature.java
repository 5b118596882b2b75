package io.kubefate.server.http.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.service.audit.AuditService;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/** Has the requests of every resource method recorded; the only place that does. */
public final class AuditFeature implements DynamicFeature {

    private final AuditService audit;

    public AuditFeature(AuditService audit) {
        this.audit = requireNonNull(audit, "audit is null");
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        context.register(new AuditRecorder(audit, AuditedMethod.of(resource)));
    }
}
