package io.kubefate.server.store.audit;

/**
 * What a request is about. Unknown parts are empty; texts that are too long are cut off.
 *
 * @param kind for example {@code cluster}
 * @param namespace of a cluster, or of the cluster of a job
 * @param name for example of a cluster, or of the cluster of a job
 * @param uuid the id
 */
public record AuditObject(String kind, String namespace, String name, String uuid) {

    public static final AuditObject NONE = new AuditObject("", "", "", "");

    public AuditObject {
        kind = StoredText.of(kind, 40);
        namespace = StoredText.of(namespace, 253);
        name = StoredText.of(name, 253);
        uuid = StoredText.of(uuid, 64);
    }
}
