package io.kubefate.server.service.audit;

/** Records what the service changes by itself, without a request. */
@FunctionalInterface
public interface OwnChanges {

    /**
     * Records a change that was made.
     *
     * @param verb as for a request that makes the same change, for example {@code reconcile}
     * @param object what was changed
     * @param detail a short text
     */
    void record(String verb, AuditedObject object, String detail);
}
