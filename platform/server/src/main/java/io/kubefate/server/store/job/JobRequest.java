package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.check.StoredCheck;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The request of a user, with everything that the job needs to execute it.
 *
 * @param options what the user permits beyond safe changes
 * @param onFailure what happens to the objects of the job if it fails
 * @param cluster the requested cluster; empty for a delete or check
 * @param checks the checks in the order of execution; empty for other jobs
 */
public record JobRequest(
        Set<PlanOption> options,
        FailurePolicy onFailure,
        Optional<RequestedCluster> cluster,
        List<StoredCheck> checks) {

    public JobRequest {
        options = Collections.unmodifiableSet(new TreeSet<>(options));
        requireNonNull(onFailure, "onFailure is null");
        requireNonNull(cluster, "cluster is null");
        checks = List.copyOf(checks);
    }

    /** Returns the request of an install, an update, a rollback or a reconcile. */
    public static JobRequest change(RequestedCluster cluster, Set<PlanOption> options, FailurePolicy onFailure) {
        return new JobRequest(options, onFailure, Optional.of(cluster), List.of());
    }

    /** Returns the request of a delete; {@link PlanOption#PURGE} is the only option. */
    public static JobRequest delete(Set<PlanOption> options) {
        return new JobRequest(options, FailurePolicy.KEEP, Optional.empty(), List.of());
    }

    public static JobRequest check(List<StoredCheck> checks) {
        return new JobRequest(Set.of(), FailurePolicy.KEEP, Optional.empty(), checks);
    }

    public boolean has(PlanOption option) {
        return options.contains(option);
    }
}
