package io.kubefate.server.service.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.AuditStore;
import io.kubefate.server.store.audit.AuditObject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what requests say of clusters and jobs: a request has an id, or a namespace and a name. */
final class AuditObjects {

    private static final Logger LOG = LoggerFactory.getLogger(AuditObjects.class);

    private final AuditStore store;

    AuditObjects(AuditStore store) {
        this.store = requireNonNull(store, "store is null");
    }

    /** Returns the object as it is if the database does not know it, or does not answer. */
    AuditedObject complete(AuditedObject object) {
        try {
            return find(object)
                    .map(found -> new AuditedObject(object.kind(), found.namespace(), found.name(), found.uuid()))
                    .orElse(object);
        } catch (RuntimeException e) {
            LOG.debug("the audit does not name {}", object, e);
            return object;
        }
    }

    private Optional<AuditObject> find(AuditedObject object) {
        return switch (object.kind()) {
            case AuditedObject.CLUSTER ->
                object.uuid().isEmpty()
                        ? store.cluster(object.namespace(), object.name())
                        : store.cluster(object.uuid());
            case AuditedObject.JOB -> store.job(object.uuid());
            default -> Optional.empty();
        };
    }
}
