package io.kubefate.planning.health;

import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a cluster matches its revision: all its workloads exist and are ready. The health of the existing workloads alone does
 * not show it, since a deleted workload has none.
 *
 * @param missing the desired Deployments and StatefulSets that do not exist
 * @param reasons why the cluster is not ready; empty if it is ready
 */
public record ClusterCondition(List<ObjectRef> missing, List<Reason> reasons) {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet");

    public ClusterCondition {
        missing = List.copyOf(missing);
        reasons = List.copyOf(reasons);
    }

    /** Compares the objects of the cluster's revision with the observed health. */
    public static ClusterCondition of(List<Manifest> desired, ClusterHealth health) {
        return of(desired, health, "restore it with: kubefate cluster reconcile");
    }

    /** Compares the objects that an install could not create completely with the observed health. */
    public static ClusterCondition ofFailedInstall(List<Manifest> desired, ClusterHealth health) {
        return of(desired, health, "remove the cause, and create it with: kubefate cluster update");
    }

    private static ClusterCondition of(List<Manifest> desired, ClusterHealth health, String remedy) {
        Set<ObjectRef> there =
                health.workloads().stream().map(WorkloadHealth::ref).collect(toSet());
        List<Manifest> missing = workloads(desired)
                .filter(object -> !there.contains(object.ref()))
                .toList();
        return new ClusterCondition(
                missing.stream().map(Manifest::ref).toList(),
                Stream.concat(missing.stream().map(object -> missing(object, remedy)), health.reasons().stream())
                        .toList());
    }

    /** Returns the objects that run pods and must be ready for the cluster to be ready. */
    public static Stream<Manifest> workloads(List<Manifest> objects) {
        return objects.stream().filter(object -> WORKLOADS.contains(object.kind()));
    }

    /** Returns whether the cluster is ready and nothing is missing. */
    public boolean isReady() {
        return reasons.isEmpty();
    }

    private static Reason missing(Manifest object, String remedy) {
        String module = object.label(Ownership.MODULE);
        return new Reason(
                module.isEmpty() ? object.ref().name() : module,
                Reason.Code.MISSING,
                object.ref().toString(),
                object.ref() + " is missing; " + remedy);
    }
}
