package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user asked for, with everything that a job needs to know of it.
 *
 * @param permissions what the job may do beyond what it does by default
 * @param onFailure what becomes of its objects when it fails
 * @param cluster the cluster that was described; empty for a delete or check
 * @param checks the checks to run, in their order; empty unless it is a check
 */
public record JobRequest(
        Set<Permission> permissions,
        FailurePolicy onFailure,
        Optional<RequestedCluster> cluster,
        List<StoredCheck> checks) {

    public JobRequest {
        permissions = Collections.unmodifiableSet(new TreeSet<>(permissions));
        requireNonNull(onFailure, "onFailure is null");
        requireNonNull(cluster, "cluster is null");
        checks = List.copyOf(checks);
    }

    /** Returns the request of an install, an update, a rollback or a reconcile. */
    public static JobRequest change(RequestedCluster cluster, Set<Permission> permissions, FailurePolicy onFailure) {
        return new JobRequest(permissions, onFailure, Optional.of(cluster), List.of());
    }

    /** Returns the request of a delete; {@link Permission#PURGE} is the only permission that it knows. */
    public static JobRequest delete(Set<Permission> permissions) {
        return new JobRequest(permissions, FailurePolicy.KEEP, Optional.empty(), List.of());
    }

    public static JobRequest check(List<StoredCheck> checks) {
        return new JobRequest(Set.of(), FailurePolicy.KEEP, Optional.empty(), checks);
    }

    public boolean permits(Permission permission) {
        return permissions.contains(permission);
    }
}
