package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.BatchJobClient;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.server.store.step.StepStatus;
import java.time.Instant;
import java.util.List;

/** The steps of an upgrade: Kubernetes Jobs, each of which ends before the next begins. */
final class Steps {

    private final FencedObjects objects;
    private final BatchJobClient batchJobs;
    private final Journal journal;
    private final Owner owner;
    private final int revision;
    private final List<StepRecord> ofCluster;
    private final Mask mask;

    /**
     * The steps that prepare a revision.
     *
     * @param ofCluster the steps of all upgrades of the cluster
     * @param mask hides passwords in their logs
     */
    Steps(
            FencedObjects objects,
            BatchJobClient batchJobs,
            Journal journal,
            Owner owner,
            int revision,
            List<StepRecord> ofCluster,
            Mask mask) {
        this.objects = objects;
        this.batchJobs = batchJobs;
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
            Readiness.End end = new StepRun(objects, batchJobs, journal, owner, mask, step).run();
            if (end != Readiness.End.READY) {
                return end;
            }
        }
        return Readiness.End.READY;
    }

    /**
     * Deletes the Kubernetes Jobs of the steps and waits until their pods are gone. Records those that stay.
     *
     * @param deadline how long to wait
     */
    void removeJobs(Instant deadline) throws InterruptedException {
        new Removal(objects, journal).recordLeft(remove(refs(true), deadline));
    }

    /** Records which steps have run, or begun: what they did to data cannot be undone. */
    void recordWhatStays() {
        List<String> begun = journal.steps().stream()
                .filter(step -> step.status() != StepStatus.Pending)
                .map(StepRecord::name)
                .toList();
        if (!begun.isEmpty()) {
            journal.once(JobEventReason.STEPS_NOT_UNDONE, "", EventDetails.of("steps", begun));
        }
    }

    /** A Kubernetes Job of an earlier attempt that could not be removed may still work on the same data. */
    private void refuseEarlierOnes() throws InterruptedException {
        List<Manifest> left = remove(refs(false), journal.deadline());
        if (!left.isEmpty()) {
            throw StepFailedException.ofEarlierAttempt(
                    left.stream().map(job -> job.ref().toString()).toList());
        }
    }

    private List<ObjectRef> refs(boolean ofThis) {
        return ofCluster.stream()
                .filter(step -> (step.revision() == revision) == ofThis)
                .map(step -> StepRun.job(owner, step).ref())
                .toList();
    }

    private List<Manifest> remove(List<ObjectRef> jobs, Instant deadline) throws InterruptedException {
        return jobs.isEmpty()
                ? List.of()
                : new Removal(objects, journal).removeOwned(owner, Inventory.NONE.with(jobs), job -> true, deadline);
    }
}
