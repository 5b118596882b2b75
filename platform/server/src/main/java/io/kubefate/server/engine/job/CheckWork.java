package io.kubefate.server.engine.job;

import io.kubefate.planning.manifest.Owner;
import io.kubefate.server.concurrent.LogContext;
import io.kubefate.server.kubernetes.CommandRunner;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.store.check.CheckOutcome;
import io.kubefate.server.store.check.StoredCheck;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs the checks of a cluster, a few at a time. Each result is stored as it comes, so that a run after a crash runs only the rest.
 * Nothing of the cluster changes.
 */
final class CheckWork implements Work {

    private static final int PARALLEL = 4;

    /** How often the database is polled for a request to stop. */
    private static final long STOP_CHECK_MILLIS = 500;

    private final CommandRunner commands;
    private final Journal journal;
    private final Owner owner;
    private final List<StoredCheck> checks;
    private final Map<Integer, StoredCheckResult> results = new TreeMap<>();

    CheckWork(CommandRunner commands, Journal journal, Owner owner, List<StoredCheck> checks) {
        this.commands = commands;
        this.journal = journal;
        this.owner = owner;
        this.checks = List.copyOf(checks);
    }

    @Override
    public Outcome run() throws InterruptedException {
        journal.once(JobEventReason.STARTED);
        journal.enter(JobPhase.CHECKING);
        results.putAll(journal.checks());
        results.forEach(this::record);
        LogContext context = LogContext.current();
        ExecutorService threads =
                Executors.newFixedThreadPool(PARALLEL, task -> new Thread(() -> context.run(task), "cluster-check"));
        try {
            return run(threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private Outcome run(ExecutorService threads) throws InterruptedException {
        CompletionService<Numbered> running = new ExecutorCompletionService<>(threads);
        for (int number = 0; number < checks.size(); number++) {
            if (!results.containsKey(number)) {
                running.submit(task(number));
            }
        }
        while (results.size() < checks.size()) {
            if (journal.stopRequested()) {
                journal.once(JobEventReason.STOP_SEEN);
                return end("STOPPED", JobStatus.Canceled);
            }
            if (journal.overdue()) {
                return end("TIME_LIMIT", JobStatus.Failed);
            }
            Future<Numbered> ended = running.poll(STOP_CHECK_MILLIS, TimeUnit.MILLISECONDS);
            if (ended != null) {
                keep(result(ended));
            }
        }
        return end("DONE", count(CheckOutcome.FAILED) > 0 ? JobStatus.Failed : JobStatus.Success);
    }

    private Callable<Numbered> task(int number) {
        StoredCheck check = checks.get(number);
        PodCommand command = new PodCommand(
                owner.namespace(),
                owner.clusterId(),
                check.module(),
                check.container(),
                check.command(),
                Duration.ofMillis(check.timeoutMillis()));
        return () -> {
            journal.lease().check();
            return new Numbered(number, Verdict.of(check, commands.run(command)));
        };
    }

    private void keep(Numbered ended) {
        journal.kubernetesAnswers();
        journal.check(ended.number(), ended.result());
        results.put(ended.number(), ended.result());
        record(ended.number(), ended.result());
    }

    private void record(int number, StoredCheckResult result) {
        EventDetails details = EventDetails.of("name", result.name())
                .with("outcome", result.outcome().name())
                .with("message", result.message());
        journal.once(JobEventReason.CHECK_ENDED, String.valueOf(number), details);
    }

    private Outcome end(String how, JobStatus status) {
        EventDetails details = EventDetails.of("end", how)
                .with("checks", checks.size())
                .with("passed", count(CheckOutcome.PASSED))
                .with("failed", count(CheckOutcome.FAILED))
                .with("skipped", count(CheckOutcome.SKIPPED));
        journal.once(JobEventReason.CHECKS_ENDED, "", details);
        return Outcome.leavingCluster(status);
    }

    private int count(CheckOutcome outcome) {
        return (int) results.values().stream()
                .filter(result -> result.outcome() == outcome)
                .count();
    }

    /** The runner handles what a check throws. */
    private static Numbered result(Future<Numbered> ended) throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private record Numbered(int number, StoredCheckResult result) {}
}
