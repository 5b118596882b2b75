package io.kubefate.planning.health;

import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a cluster is what it is to be: all its workloads there and ready. Kubernetes alone cannot say it, since it knows nothing of
 * a workload that somebody has deleted.
 *
 * @param missing the wanted Deployments and StatefulSets that are not there
 * @param reasons why it is not ready; empty when it is
 */
public record ClusterCondition(List<ObjectRef> missing, List<Reason> reasons) {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet");

    /** Copies the lists. */
    public ClusterCondition {
        missing = List.copyOf(missing);
        reasons = List.copyOf(reasons);
    }

    /**
     * Compares.
     *
     * @param desired the objects of the cluster's revision
     * @param health what Kubernetes has
     * @return the condition
     */
    public static ClusterCondition of(List<Manifest> desired, ClusterHealth health) {
        Set<ObjectRef> there =
                health.workloads().stream().map(WorkloadHealth::ref).collect(toSet());
        List<Manifest> missing = workloads(desired)
                .filter(object -> !there.contains(object.ref()))
                .toList();
        return new ClusterCondition(
                missing.stream().map(Manifest::ref).toList(),
                Stream.concat(missing.stream().map(ClusterCondition::missing), health.reasons().stream())
                        .toList());
    }

    /** {@return the objects that run pods which a cluster needs to be ready} */
    public static Stream<Manifest> workloads(List<Manifest> objects) {
        return objects.stream().filter(object -> WORKLOADS.contains(object.kind()));
    }

    /** {@return whether nothing is to be waited for} */
    public boolean isReady() {
        return reasons.isEmpty();
    }

    private static Reason missing(Manifest object) {
        String module = object.label(Ownership.MODULE);
        return new Reason(
                module.isEmpty() ? object.ref().name() : module,
                Reason.Code.MISSING,
                object.ref().toString(),
                object.ref() + " is not there; put it back with: kubefate cluster reconcile");
    }
}
