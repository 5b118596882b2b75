package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

/**
 * Which object in Kubernetes.
 *
 * @param apiVersion for example {@code apps/v1}
 * @param kind for example {@code Deployment}
 * @param namespace its namespace
 * @param name its name
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {

    /** Checks that nothing is null. */
    public ObjectRef {
        requireNonNull(apiVersion, "apiVersion is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(name, "name is null");
    }

    /** {@return whether it is a PersistentVolumeClaim, which holds data that a cluster may outlive} */
    public boolean isClaim() {
        return kind.equals("PersistentVolumeClaim");
    }

    /** {@return for example {@code Deployment/python}} */
    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
