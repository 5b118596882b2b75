package io.kubefate.server.engine.job;

import static java.util.stream.Collectors.joining;

import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.plan.Change;
import io.kubefate.planning.plan.LiveState;
import io.kubefate.planning.plan.Plan;
import io.kubefate.planning.plan.Planner;
import io.kubefate.planning.plan.Target;
import io.kubefate.server.engine.LiveStateReader;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.JobEvent;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Brings a cluster to another revision, and back to the last good one if that fails or is stopped. The decision to go back is a
 * state in the journal, so that a run after a crash does not change its mind.
 */
final class UpdateWork implements Work {

    private static final String FAILED = "update failed, rolling back to revision ";
    private static final String STOPPED = "job stopped, rolling back to revision ";

    /** What the way back may take at least; the job's own limit may have been meant for a small change. */
    private static final Duration SHORTEST_WAY_BACK = Duration.ofMinutes(10);

    /** How long the end may wait until the Jobs of the steps are gone. */
    private static final Duration TIDY_LIMIT = Duration.ofMinutes(2);

    private final Kubernetes kubernetes;
    private final Journal journal;
    private final JobRecord job;
    private final Planner planning;
    private final Target wanted;
    private final Optional<Target> good;
    private final List<ObjectRef> inventory;
    private final Steps steps;

    /**
     * An update.
     *
     * @param kubernetes where
     * @param journal what it writes down
     * @param job its row
     * @param planning how plans are made
     * @param wanted the new revision
     * @param good the last good revision; empty if there never was one
     * @param inventory every object that the good revision and those after it made
     * @param steps what runs before the new revision is applied
     */
    UpdateWork(
            Kubernetes kubernetes,
            Journal journal,
            JobRecord job,
            Planner planning,
            Target wanted,
            Optional<Target> good,
            List<ObjectRef> inventory,
            Steps steps) {
        this.kubernetes = kubernetes;
        this.journal = journal;
        this.job = job;
        this.planning = planning;
        this.wanted = wanted;
        this.good = good;
        this.inventory = inventory;
        this.steps = steps;
    }

    @Override
    public Outcome run() throws InterruptedException {
        journal.state("update job status to Running");
        boolean decided =
                journal.written(FAILED).isPresent() || journal.written(STOPPED).isPresent();
        if (!decided) {
            Optional<Outcome> ended = goForward();
            if (ended.isPresent()) {
                return ended.get();
            }
        }
        return goBack();
    }

    /** {@return how the job ends, or empty if it was decided to go back} */
    private Optional<Outcome> goForward() throws InterruptedException {
        try {
            return switch (reach()) {
                case READY -> Optional.of(new Outcome(JobStatus.Success, ClusterStatus.Running));
                case STOPPED -> decide(STOPPED, "");
                case OVERDUE -> overdue();
            };
        } catch (KubernetesException e) {
            if (e.kind() == KubernetesException.Kind.UNAVAILABLE && !journal.overdue()) {
                throw e;
            }
            return decide(FAILED, ": " + e.getMessage());
        } catch (StepFailedException e) {
            return decide(
                    FAILED, ": " + e.getMessage() + "; nothing of revision " + wanted.revision() + " was applied");
        }
    }

    private Readiness.End reach() throws InterruptedException {
        if (journal.stopRequested()) {
            return Readiness.End.STOPPED;
        }
        if (journal.overdue()) {
            return Readiness.End.OVERDUE;
        }
        Readiness.End prepared = steps.run();
        if (prepared != Readiness.End.READY) {
            return prepared;
        }
        Plan plan = carryOut(wanted, planning);
        Readiness.End end = await(wanted, journal::stopRequested);
        if (end == Readiness.End.READY) {
            new Execution(kubernetes, journal).purge(plan);
            steps.removeJobs(journal.now().plus(TIDY_LIMIT));
            journal.state("Cluster update Success");
        }
        return end;
    }

    private Plan carryOut(Target target, Planner rules) throws InterruptedException {
        LiveState state = new LiveStateReader(kubernetes).readAndTry(target.objects(), inventory);
        if (state.dryRuns().isEmpty()) {
            kubernetes.createNamespace(rules.owner().namespace());
        }
        Plan plan = rules.plan(target.objects(), inventory, state);
        refuse(plan.obstacles());
        tell(target, plan);
        new Execution(kubernetes, journal).carryOut(plan);
        journal.state("apply revision " + target.revision() + " Success");
        return plan;
    }

    private Readiness.End await(Target target, BooleanSupplier stop) throws InterruptedException {
        return new Readiness(kubernetes, journal).await(planning.owner(), target.objects(), stop);
    }

    private static void refuse(List<Change> obstacles) {
        if (!obstacles.isEmpty()) {
            String reasons = obstacles.stream().map(Change::text).collect(joining("; "));
            throw new KubernetesException(KubernetesException.Kind.REFUSED, reasons, null);
        }
    }

    /** The first run tells the whole plan; one after a crash sees only the rest. */
    private void tell(Target target, Plan plan) {
        String beginning = "apply revision " + target.revision() + ": ";
        if (journal.written(beginning).isPresent()) {
            return;
        }
        String changes = plan.changes().stream()
                .filter(change -> change.action() != Change.Action.UNCHANGED)
                .map(Change::text)
                .collect(joining(", "));
        int unchanged = plan.only(Change.Action.UNCHANGED).size();
        journal.state(beginning + (changes.isEmpty() ? "" : changes + ", ") + unchanged + " objects unchanged");
    }

    private Optional<Outcome> overdue() throws InterruptedException {
        journal.progress().reasons().forEach(reason -> journal.state(reason.module() + ": " + reason.message()));
        return decide(FAILED, ": time limit of " + job.timeLimit().toSeconds() + " s reached");
    }

    private Optional<Outcome> decide(String decision, String reason) throws InterruptedException {
        if (good.isPresent()) {
            journal.state(decision + good.get().revision() + reason);
            return Optional.empty();
        }
        steps.removeJobs(journal.now().plus(TIDY_LIMIT));
        journal.state("update ended" + reason + "; no earlier revision was ever ready, so what was made is kept");
        JobStatus status = decision.equals(STOPPED) ? JobStatus.Canceled : JobStatus.Failed;
        return Optional.of(new Outcome(status, ClusterStatus.Failed));
    }

    private Outcome goBack() throws InterruptedException {
        Target target = good.orElseThrow();
        journal.extend(decidedAt().plus(longer(job.timeLimit(), SHORTEST_WAY_BACK)));
        steps.removeJobs(journal.deadline());
        steps.tellWhatStays();
        carryOut(target, planning.withoutPurge());
        if (await(target, () -> false) != Readiness.End.READY) {
            journal.state("revision " + target.revision() + " is applied again and not ready yet");
            return new Outcome(JobStatus.Failed, ClusterStatus.Unavailable);
        }
        journal.state("revision " + target.revision() + " is ready again");
        journal.state("Cluster run rollback Success");
        boolean stopped = journal.written(STOPPED).isPresent();
        return new Outcome(stopped ? JobStatus.Canceled : JobStatus.Rollback, ClusterStatus.Running);
    }

    private Instant decidedAt() {
        return journal.written(FAILED)
                .or(() -> journal.written(STOPPED))
                .map(JobEvent::at)
                .orElseThrow();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
