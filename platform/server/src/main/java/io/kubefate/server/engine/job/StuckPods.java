package io.kubefate.server.engine.job;

import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deletes pods that Kubernetes does not replace. A StatefulSet that replaces its pods in order waits until each is ready, also if it is one
 * of an older revision that never will be: see "Forced rollback" in the documentation of Kubernetes.
 */
final class StuckPods {

    private final ObjectClient objects;
    private final Journal journal;

    StuckPods(ObjectClient objects, Journal journal) {
        this.objects = objects;
        this.journal = journal;
    }

    /**
     * Deletes those pods of an older revision that are not ready.
     *
     * @param desired the objects of the revision that the cluster is brought to
     * @param now the health of the cluster
     */
    void delete(Collection<Manifest> desired, ClusterHealth now) {
        Set<ObjectRef> ordered = desired.stream()
                .filter(StuckPods::replacesInOrder)
                .map(Manifest::ref)
                .collect(toSet());
        List<ObjectRef> stuck = now.workloads().stream()
                .filter(workload -> ordered.contains(workload.ref()))
                .flatMap(workload -> workload.pods().stream()
                        .filter(pod -> pod.obsolete() && !pod.containers().areReady())
                        .map(pod -> ref(workload, pod.name())))
                .toList();
        if (!stuck.isEmpty()) {
            objects.find(stuck).forEach(this::delete);
        }
    }

    /** A service that may not delete pods waits for somebody who may. */
    private void delete(Manifest pod) {
        try {
            objects.delete(pod);
            journal.once(JobEventReason.STUCK_POD_DELETED, pod.ref().toString());
        } catch (KubernetesException e) {
            if (e.isTemporary()) {
                throw e;
            }
            journal.once(
                    JobEventReason.STUCK_POD_KEPT,
                    pod.ref().toString(),
                    EventDetails.of("namespace", pod.ref().namespace()).with("message", e.getMessage()));
        }
    }

    private static ObjectRef ref(WorkloadHealth workload, String pod) {
        return new ObjectRef("v1", "Pod", workload.ref().namespace(), pod);
    }

    private static boolean replacesInOrder(Manifest object) {
        Map<String, Object> spec = object.spec();
        return object.ref().kind().equals("StatefulSet")
                && !"Parallel".equals(spec.get("podManagementPolicy"))
                && !"OnDelete".equals(Manifest.map(spec, "updateStrategy").get("type"));
    }
}
