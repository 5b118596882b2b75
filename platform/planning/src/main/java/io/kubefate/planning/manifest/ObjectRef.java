package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

/**
 * A reference to an object in Kubernetes.
 *
 * @param apiVersion for example {@code apps/v1}
 * @param kind for example {@code Deployment}
 * @param namespace its namespace
 * @param name its name
 */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {

    private static final String CLAIM = "PersistentVolumeClaim";

    public ObjectRef {
        requireNonNull(apiVersion, "apiVersion is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(name, "name is null");
    }

    /** Returns the reference of a PersistentVolumeClaim. */
    public static ObjectRef claim(String namespace, String name) {
        return new ObjectRef("v1", CLAIM, namespace, name);
    }

    /** Returns whether it is a PersistentVolumeClaim, whose data can outlive the cluster. */
    public boolean isClaim() {
        return kind.equals(CLAIM);
    }

    /** Returns kind and name, for example {@code Deployment/python}. */
    @Override
    public String toString() {
        return kind + "/" + name;
    }
}
