package io.kubefate.server.engine.job;

import static java.util.stream.Collectors.joining;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.StepRecord;
import io.kubefate.server.store.StepStatus;
import java.time.Instant;
import java.util.List;

/** The steps of an upgrade: Kubernetes Jobs, each of which ends before the next begins. */
final class Steps {

    private final Kubernetes kubernetes;
    private final Journal journal;
    private final Owner owner;
    private final int revision;
    private final List<StepRecord> ofCluster;
    private final Mask mask;

    /**
     * Steps.
     *
     * @param kubernetes where
     * @param journal what they write down
     * @param owner the cluster
     * @param revision the revision that they prepare
     * @param ofCluster the steps of all upgrades of the cluster
     * @param mask hides passwords in their logs
     */
    Steps(Kubernetes kubernetes, Journal journal, Owner owner, int revision, List<StepRecord> ofCluster, Mask mask) {
        this.kubernetes = kubernetes;
        this.journal = journal;
        this.owner = owner;
        this.revision = revision;
        this.ofCluster = List.copyOf(ofCluster);
        this.mask = mask;
    }

    /**
     * Runs the steps that have not succeeded yet.
     *
     * @return READY when all have succeeded
     * @throws StepFailedException if one fails; those after it do not begin
     */
    Readiness.End run() throws InterruptedException {
        refuseEarlierOnes();
        for (StepRecord step : journal.steps()) {
            Readiness.End end = new StepRun(kubernetes, journal, owner, mask, step).run();
            if (end != Readiness.End.READY) {
                return end;
            }
        }
        return Readiness.End.READY;
    }

    /**
     * Deletes the Jobs of the steps and waits until their pods are gone. What does not go is told.
     *
     * @param deadline how long to wait
     */
    void removeJobs(Instant deadline) throws InterruptedException {
        remove(refs(true), deadline).forEach(job -> journal.state(job.ref() + " is deleted and still there"));
    }

    /** Writes which steps have run, or begun: nobody can undo what they did to data. */
    void tellWhatStays() {
        String begun = journal.steps().stream()
                .filter(step -> step.status() != StepStatus.Pending)
                .map(StepRecord::name)
                .collect(joining(", "));
        if (!begun.isEmpty()) {
            journal.state("what these steps changed in the data is not undone: " + begun);
        }
    }

    /** A Job of an earlier attempt that nobody could remove may still work on the same data. */
    private void refuseEarlierOnes() throws InterruptedException {
        List<Manifest> left = remove(refs(false), journal.deadline());
        if (!left.isEmpty()) {
            throw new StepFailedException(left.stream().map(Manifest::ref).toList()
                    + " of an earlier attempt is deleted and still there, and must not run beside a new one");
        }
    }

    private List<ObjectRef> refs(boolean ofThis) {
        return ofCluster.stream()
                .filter(step -> (step.revision() == revision) == ofThis)
                .map(step -> StepRun.job(owner, step).ref())
                .toList();
    }

    private List<Manifest> remove(List<ObjectRef> jobs, Instant deadline) throws InterruptedException {
        if (jobs.isEmpty()) {
            return List.of();
        }
        List<ObjectRef> ours = kubernetes.find(jobs).stream()
                .filter(owner::owns)
                .map(Manifest::ref)
                .toList();
        return ours.isEmpty() ? List.of() : new Removal(kubernetes, journal).remove(ours, deadline);
    }
}
