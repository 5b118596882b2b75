package io.kubefate.server.service.audit;

import static java.util.Objects.requireNonNull;

/**
 * What a request is about. Unknown texts are empty; {@link AuditService} adds those of clusters and jobs.
 *
 * @param kind for example {@link #CLUSTER}
 */
public record AuditedObject(String kind, String namespace, String name, String uuid) {

    public static final String CLUSTER = "cluster";

    public static final String PLUGIN = "plugin";

    /** The namespace and name of a job are those of its cluster. */
    public static final String JOB = "job";

    public AuditedObject {
        requireNonNull(kind, "kind is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(name, "name is null");
        requireNonNull(uuid, "uuid is null");
    }

    /** Returns the object with the id, which a client knows only from the response. */
    public AuditedObject withUuid(String id) {
        return new AuditedObject(kind, namespace, name, id);
    }

    /** Returns the object as people name it: {@code namespace/name}, otherwise its id. */
    @Override
    public String toString() {
        String place = namespace.isEmpty() ? name : namespace + "/" + name;
        return (kind + " " + (name.isEmpty() ? uuid : place)).strip();
    }
}
