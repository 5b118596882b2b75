package io.kubefate.server.engine.job;

import io.kubefate.planning.health.ClusterCondition;
import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.server.kubernetes.ClusterHealthSource;
import io.kubefate.server.kubernetes.KubernetesException;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Waits until every workload of a cluster is ready, and records meanwhile why it is not. */
final class Readiness {

    private final ClusterHealthSource health;
    private final StuckPods stuck;
    private final Journal journal;
    private final ProblemLog problems;

    Readiness(ClusterHealthSource health, StuckPods stuck, Journal journal) {
        this.health = health;
        this.stuck = stuck;
        this.journal = journal;
        this.problems = ProblemLog.ofModules(journal);
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
     */
    End await(Owner owner, List<Manifest> desired, BooleanSupplier stop) throws InterruptedException {
        Set<ObjectRef> workloads = workloads(desired);
        if (workloads.isEmpty()) {
            return End.READY;
        }
        // A watch may begin with what the API server remembers from before the apply; an observation is never older
        // than it.
        End end = new Waiting(journal, stop)
                .<ClusterHealth>until(listener -> health.watch(owner.namespace(), owner.clusterId(), listener), now -> {
                    problems.write(ProgressChange.of(journal.progress(), workloads, now));
                    stuck.delete(desired, now);
                    return areReady(workloads, now)
                            && areReady(workloads, health.observe(owner.namespace(), owner.clusterId()));
                });
        return end == End.OVERDUE ? atTheLimit(owner, workloads) : end;
    }

    /** The watch can lag behind. The job ends with the state of now, unless Kubernetes does not tell it. */
    private End atTheLimit(Owner owner, Set<ObjectRef> workloads) {
        try {
            ClusterHealth now = health.observe(owner.namespace(), owner.clusterId());
            problems.write(ProgressChange.of(journal.progress(), workloads, now));
            return areReady(workloads, now) ? End.READY : End.OVERDUE;
        } catch (KubernetesException e) {
            return End.OVERDUE;
        }
    }

    /** Records the workloads that the job will wait for, unless an earlier run has. */
    void begin(List<Manifest> desired) {
        if (journal.progress().modules().isEmpty()) {
            problems.write(ProgressChange.begin(journal.progress(), workloads(desired)));
        }
    }

    /** Records that no problem is left. */
    void resolveAll() {
        problems.write(ProgressChange.of(journal.progress(), List.of(), journal.now()));
    }

    private static Set<ObjectRef> workloads(List<Manifest> desired) {
        return ClusterCondition.workloads(desired).map(Manifest::ref).collect(Collectors.toSet());
    }

    private static boolean areReady(Set<ObjectRef> workloads, ClusterHealth health) {
        Set<ObjectRef> ready = health.workloads().stream()
                .filter(WorkloadHealth::ready)
                .map(WorkloadHealth::ref)
                .collect(Collectors.toSet());
        return ready.containsAll(workloads);
    }
}
