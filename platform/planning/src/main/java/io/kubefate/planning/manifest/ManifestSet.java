package io.kubefate.planning.manifest;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the objects of a cluster. Sets namespace and module, and rejects duplicates. */
public final class ManifestSet {

    /** Cluster-scoped kinds, which a FATE release must not contain. */
    private static final Set<String> CLUSTER_SCOPED = Set.of(
            "Namespace",
            "Node",
            "PersistentVolume",
            "StorageClass",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "IngressClass",
            "PriorityClass",
            "PodSecurityPolicy",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration",
            "APIService",
            "RuntimeClass",
            "CSIDriver");

    private final Map<ObjectRef, Manifest> objects = new LinkedHashMap<>();
    private final String namespace;

    public ManifestSet(String namespace) {
        this.namespace = requireNonNull(namespace, "namespace is null");
    }

    public void add(String template, String module, List<Manifest> made) {
        made.forEach(object -> add(template, module, object));
    }

    public Collection<Manifest> objects() {
        return objects.values();
    }

    private void add(String template, String module, Manifest object) {
        check(template, object);
        Manifest placed = object.withMetadata("namespace", namespace);
        if (!module.isEmpty()) {
            placed = placed.withLabel(Ownership.MODULE, module);
        }
        if (objects.putIfAbsent(placed.ref(), placed) != null) {
            throw new InvalidManifestException(template, object.ref() + " is duplicated; create each object once");
        }
    }

    private void check(String template, Manifest object) {
        ObjectRef ref = object.ref();
        if (ref.apiVersion().isEmpty() || ref.kind().isEmpty() || ref.name().isEmpty()) {
            throw new InvalidManifestException(template, "an object has no apiVersion, kind or metadata.name");
        }
        if (CLUSTER_SCOPED.contains(ref.kind())) {
            throw new InvalidManifestException(
                    template, ref + " is cluster-scoped; a release can create namespaced objects only");
        }
        if (!ref.namespace().isEmpty() && !ref.namespace().equals(namespace)) {
            throw new InvalidManifestException(template, ref + " is in another namespace: " + ref.namespace());
        }
    }
}
