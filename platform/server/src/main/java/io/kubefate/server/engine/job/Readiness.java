package io.kubefate.server.engine.job;

import io.kubefate.api.NotReadyReason;
import io.kubefate.planning.health.ClusterCondition;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.server.kubernetes.Kubernetes;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Waits until every workload of a cluster is ready, telling meanwhile why it is not. */
final class Readiness {

    private final Kubernetes kubernetes;
    private final Journal journal;

    Readiness(Kubernetes kubernetes, Journal journal) {
        this.kubernetes = kubernetes;
        this.journal = journal;
    }

    /** How the waiting ended. */
    enum End {
        READY,
        OVERDUE,
        STOPPED
    }

    /**
     * Waits.
     *
     * @param owner the cluster
     * @param desired its objects; without a workload among them it is ready at once
     * @param stop whether to give up waiting
     * @return why the waiting ended
     */
    End await(Owner owner, List<Manifest> desired, BooleanSupplier stop) throws InterruptedException {
        Set<ObjectRef> workloads =
                ClusterCondition.workloads(desired).map(Manifest::ref).collect(Collectors.toSet());
        if (workloads.isEmpty()) {
            return End.READY;
        }
        // A watch may begin with what the API server remembers from before the apply; a look is never older than it.
        return new Waiting(journal, stop)
                .<ClusterHealth>until(
                        listener -> kubernetes.watch(owner.namespace(), owner.clusterId(), listener), health -> {
                            tell(health);
                            return areReady(workloads, health)
                                    && areReady(workloads, kubernetes.observe(owner.namespace(), owner.clusterId()));
                        });
    }

    private static boolean areReady(Set<ObjectRef> workloads, ClusterHealth health) {
        Set<ObjectRef> ready = health.workloads().stream()
                .filter(WorkloadHealth::ready)
                .map(WorkloadHealth::ref)
                .collect(Collectors.toSet());
        return ready.containsAll(workloads);
    }

    private void tell(ClusterHealth health) {
        for (Reason reason : health.reasons()) {
            if (reason.isTrouble() && isNew(reason)) {
                journal.state(reason.module() + " is not ready: " + reason.message());
            }
        }
        journal.progress(journal.progress().advance(health));
    }

    /** One line for each kind of trouble of a module; its details change too often for a line each. */
    private boolean isNew(Reason reason) {
        return journal.progress().reasons().stream().noneMatch(known -> sameTrouble(known, reason));
    }

    private static boolean sameTrouble(NotReadyReason known, Reason reason) {
        return known.module().equals(reason.module())
                && known.code().equals(reason.code().name());
    }
}
