package io.kubefate.server.engine.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterStatus;
import java.util.List;

/**
 * Objects that a runner has written although it had lost its job: it was paused while it sent the request. Whoever has the job applies them,
 * too, but nobody misses them once the cluster is deleted.
 *
 * @param objects writes without the lease
 * @param owner the cluster of the job
 */
record LateObjects(ClusterStore clusters, ObjectClient objects, Owner owner) {

    LateObjects {
        requireNonNull(clusters, "clusters is null");
        requireNonNull(objects, "objects is null");
        requireNonNull(owner, "owner is null");
    }

    /** Deletes an object of a cluster that is deleted or is being deleted. Claims stay, since their data may be older than the write. */
    void remove(Manifest written) {
        if (written.ref().isClaim() || !isClusterEnding()) {
            return;
        }
        objects.find(List.of(written.ref())).stream().filter(owner::owns).forEach(objects::delete);
    }

    private boolean isClusterEnding() {
        return clusters.find(owner.clusterId())
                .map(cluster -> cluster.status() == ClusterStatus.Deleting)
                .orElse(true);
    }
}
