package io.kubefate.planning.federation;

import static java.util.Objects.requireNonNull;

import io.kubefate.spi.FederationMember;

/**
 * A cluster and what its plugin declares.
 *
 * @param id its UUID
 * @param namespace its Kubernetes namespace, which is a part of the host names of its Services
 * @param member its party or exchange, with its routes
 */
public record DeclaredCluster(String id, String namespace, FederationMember member) {

    public DeclaredCluster {
        requireNonNull(id, "id is null");
        requireNonNull(namespace, "namespace is null");
        requireNonNull(member, "member is null");
    }
}
