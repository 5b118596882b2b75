package io.kubefate.server.engine.job;

import io.kubefate.api.CheckResult;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.server.kubernetes.CommandResult;
import io.kubefate.server.kubernetes.PodCommand;
import io.kubefate.server.store.JobStatus;
import io.kubefate.spi.Check;
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
 * Tries what a cluster's plugin declared, a few checks at a time. Each result is kept as it comes, so that a run after a crash
 * tries only the rest. Nothing of the cluster changes.
 */
final class CheckWork implements Work {

    private static final int PARALLEL = 4;

    /** How often it is asked whether to stop. */
    private static final long LOOK_MILLIS = 500;

    private final Commands commands;
    private final Journal journal;
    private final Owner owner;
    private final List<Check> checks;
    private final Map<Integer, CheckResult> results = new TreeMap<>();

    /**
     * A check.
     *
     * @param commands runs a command
     * @param journal what it writes down
     * @param owner the cluster
     * @param checks what to try
     */
    CheckWork(Commands commands, Journal journal, Owner owner, List<Check> checks) {
        this.commands = commands;
        this.journal = journal;
        this.owner = owner;
        this.checks = List.copyOf(checks);
    }

    @Override
    public Outcome run() throws InterruptedException {
        journal.state("update job status to Running");
        results.putAll(journal.checks());
        results.values().forEach(this::tell);
        ExecutorService threads = Executors.newFixedThreadPool(PARALLEL, task -> new Thread(task, "cluster-check"));
        try {
            return carryOut(threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private Outcome carryOut(ExecutorService threads) throws InterruptedException {
        CompletionService<Numbered> trials = new ExecutorCompletionService<>(threads);
        for (int number = 0; number < checks.size(); number++) {
            if (!results.containsKey(number)) {
                trials.submit(trial(number));
            }
        }
        while (results.size() < checks.size()) {
            if (journal.stopRequested()) {
                journal.state("job stopped; " + summary());
                return Outcome.leavingCluster(JobStatus.Canceled);
            }
            if (journal.overdue()) {
                journal.state("the job's time limit is reached; " + summary());
                return Outcome.leavingCluster(JobStatus.Failed);
            }
            Future<Numbered> ended = trials.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (ended != null) {
                keep(result(ended));
            }
        }
        boolean failed = results.values().stream().anyMatch(CheckResult::hasFailed);
        journal.state(summary());
        return Outcome.leavingCluster(failed ? JobStatus.Failed : JobStatus.Success);
    }

    private Callable<Numbered> trial(int number) {
        Check check = checks.get(number);
        PodCommand command = new PodCommand(
                owner.namespace(),
                owner.clusterId(),
                check.module(),
                check.container(),
                check.command(),
                check.timeout());
        return () -> new Numbered(number, Verdict.of(check, commands.run(command)));
    }

    private void keep(Numbered ended) {
        journal.check(ended.number(), ended.result());
        results.put(ended.number(), ended.result());
        tell(ended.result());
    }

    private void tell(CheckResult result) {
        String message = result.message().isEmpty() ? "" : ": " + result.message();
        journal.state(result.name() + " " + result.status() + message);
    }

    private String summary() {
        return "%d of %d checks passed, %d failed, %d skipped"
                .formatted(
                        count(CheckResult.PASSED),
                        checks.size(),
                        count(CheckResult.FAILED),
                        count(CheckResult.SKIPPED));
    }

    private long count(String status) {
        return results.values().stream()
                .filter(result -> result.status().equals(status))
                .count();
    }

    /** What a trial throws, the runner knows how to take. */
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

    /** Runs a command in a pod. */
    @FunctionalInterface
    interface Commands {

        /**
         * Runs it, as {@link io.kubefate.server.kubernetes.Kubernetes#run} does.
         *
         * @param command what and where
         * @return how it ended
         * @throws InterruptedException if the caller is interrupted meanwhile
         */
        CommandResult run(PodCommand command) throws InterruptedException;
    }

    private record Numbered(int number, CheckResult result) {}
}
