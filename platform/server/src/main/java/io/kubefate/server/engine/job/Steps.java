package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.Inventory;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.kubernetes.BatchJobClient;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.server.store.step.StepStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of an upgrade: Kubernetes Jobs, each of which ends before the next begins, and claims for what they save. */
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
            if (step.isClaim()) {
                provide(step);
                continue;
            }
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

    /**
     * Records which steps have run, or begun, since what they did to data cannot be undone, and what was saved before.
     *
     * @param good the revision that returns
     */
    void recordWhatStays(int good) {
        List<StepRecord> saved =
                journal.steps().stream().filter(StepRecord::hasSaved).toList();
        List<String> begun = journal.steps().stream()
                .filter(step -> step.status() != StepStatus.Pending)
                .filter(step -> !saved.contains(step) && !step.isClaim())
                .map(StepRecord::name)
                .toList();
        if (begun.isEmpty() && saved.isEmpty()) {
            return;
        }
        EventDetails details = EventDetails.of("steps", begun);
        journal.once(
                JobEventReason.STEPS_NOT_UNDONE,
                "",
                saved.isEmpty()
                        ? details
                        : details.with("saved", names(saved))
                                .with("claims", claims(saved))
                                .with("cluster", owner.clusterId())
                                .with("revision", good));
    }

    private static List<String> names(List<StepRecord> steps) {
        return steps.stream().map(StepRecord::name).toList();
    }

    private static List<String> claims(List<StepRecord> steps) {
        return steps.stream().flatMap(step -> step.claims().stream()).distinct().toList();
    }

    /** Creates a claim, unless it exists: what an earlier upgrade saved in it stays. */
    private void provide(StepRecord step) {
        if (step.status() == StepStatus.Succeeded) {
            return;
        }
        Manifest claim = StepRun.object(owner, step);
        Optional<Manifest> live = objects.find(List.of(claim.ref())).stream().findFirst();
        journal.kubernetesAnswers();
        if (live.filter(found -> !owner.owns(found)).isPresent()) {
            throw new KubernetesException(
                    KubernetesException.Kind.REFUSED, claim.ref() + " belongs to " + Owner.of(live.get()));
        }
        if (live.isEmpty()) {
            objects.apply(claim);
        }
        journal.step(step.started(journal.now()).ended(StepStatus.Succeeded, journal.now(), "", ""));
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
                .map(step -> StepRun.object(owner, step).ref())
                .filter(ref -> !ref.isClaim())
                .toList();
    }

    private List<Manifest> remove(List<ObjectRef> jobs, Instant deadline) throws InterruptedException {
        return jobs.isEmpty()
                ? List.of()
                : new Removal(objects, journal).removeOwned(owner, Inventory.NONE.with(jobs), job -> true, deadline);
    }
}
