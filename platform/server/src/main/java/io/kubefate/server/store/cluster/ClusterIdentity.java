package io.kubefate.server.store.cluster;

import static java.util.Objects.requireNonNull;

/**
 * Which cluster.
 *
 * @param uuid its id
 * @param name its name
 * @param namespace its Kubernetes namespace
 */
public record ClusterIdentity(String uuid, String name, String namespace) {

    public ClusterIdentity {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(name, "name is null");
        requireNonNull(namespace, "namespace is null");
    }
}
