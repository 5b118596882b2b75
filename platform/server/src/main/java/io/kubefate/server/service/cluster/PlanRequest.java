package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.cluster.ClusterRecord;
import java.util.Optional;
import java.util.Set;

/**
 * A request for a plan.
 *
 * @param owner the cluster that owns the objects, or will own them
 * @param cluster the stored cluster; empty for an install
 * @param options what the user permits
 */
record PlanRequest(
        Operation operation,
        Owner owner,
        Optional<ClusterRecord> cluster,
        DesiredState desired,
        Set<PlanOption> options) {

    PlanRequest {
        requireNonNull(operation, "operation is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(cluster, "cluster is null");
        requireNonNull(desired, "desired is null");
        options = Set.copyOf(requireNonNull(options, "options is null"));
    }

    /** Returns a request for an existing cluster. */
    static PlanRequest of(Operation operation, ClusterRecord cluster, DesiredState desired, Set<PlanOption> options) {
        return new PlanRequest(operation, cluster.owner(), Optional.of(cluster), desired, options);
    }
}
