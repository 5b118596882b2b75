package io.kubefate.server.engine.job;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.ContainerHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.ModuleProgress;
import io.kubefate.server.store.job.StoredProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an observation changes the progress of a job. A problem of a module is the same one as long as its code is, whatever its
 * details.
 *
 * @param next the progress from then on
 * @param opened a problem for each module and code that waiting alone does not solve, and that was not open before
 * @param resolved such problems that are no longer there
 */
record ProgressChange(JobProgress next, List<StoredProblem> opened, List<StoredProblem> resolved) {

    /** How many resolved problems are kept. */
    private static final int MOST_RESOLVED = 20;

    /** Computes the change that the state of a cluster makes; times of what began or was ready before are kept. */
    static ProgressChange of(JobProgress before, ClusterHealth health) {
        Map<String, ModuleProgress> modules = new TreeMap<>();
        for (WorkloadHealth workload : health.workloads()) {
            for (ContainerHealth container : workload.containers()) {
                modules.put(container.name(), module(before, workload, container, health.observedAt()));
            }
        }
        return of(before, modules.values(), health.reasons(), health.observedAt());
    }

    /** Computes the change that other problems make. */
    static ProgressChange of(JobProgress before, List<Reason> reasons, Instant at) {
        return of(before, before.modules(), reasons, at);
    }

    private static ProgressChange of(
            JobProgress before, Collection<ModuleProgress> modules, List<Reason> reasons, Instant at) {
        List<StoredProblem> open =
                reasons.stream().map(reason -> problem(before, reason, at)).toList();
        List<StoredProblem> opened = new ArrayList<>();
        open.stream()
                .filter(ProgressChange::isTrouble)
                .filter(problem -> !contains(before.open(), problem) && !contains(opened, problem))
                .forEach(opened::add);
        List<StoredProblem> resolved = new ArrayList<>();
        before.open().stream()
                .filter(ProgressChange::isTrouble)
                .filter(problem -> !contains(open, problem) && !contains(resolved, problem))
                .forEach(problem -> resolved.add(problem.resolved(at)));
        List<StoredProblem> problems = new ArrayList<>(before.resolved());
        problems.addAll(resolved);
        List<StoredProblem> kept =
                new ArrayList<>(problems.subList(Math.max(0, problems.size() - MOST_RESOLVED), problems.size()));
        kept.addAll(open);
        return new ProgressChange(new JobProgress(List.copyOf(modules), kept), opened, resolved);
    }

    private static ModuleProgress module(
            JobProgress before, WorkloadHealth workload, ContainerHealth container, Instant now) {
        Optional<ModuleProgress> known = before.modules().stream()
                .filter(module -> module.name().equals(container.name()))
                .findFirst();
        boolean ready = workload.ready() && container.ready();
        return new ModuleProgress(
                container.name(),
                ready,
                container.state(),
                known.map(ModuleProgress::startedAt).orElse(now),
                known.flatMap(ModuleProgress::readyAt).or(() -> ready ? Optional.of(now) : Optional.empty()));
    }

    private static StoredProblem problem(JobProgress before, Reason reason, Instant at) {
        StoredProblem problem = new StoredProblem(
                reason.module(), reason.code().name(), reason.object(), reason.message(), at, Optional.empty());
        Instant since = before.open().stream()
                .filter(known -> sameKind(known, problem))
                .map(StoredProblem::since)
                .findFirst()
                .orElse(at);
        return new StoredProblem(
                problem.module(), problem.code(), problem.object(), problem.message(), since, Optional.empty());
    }

    private static boolean isTrouble(StoredProblem problem) {
        return !problem.code().equals(Reason.Code.STARTING.name());
    }

    private static boolean contains(List<StoredProblem> problems, StoredProblem problem) {
        return problems.stream().anyMatch(known -> sameKind(known, problem));
    }

    private static boolean sameKind(StoredProblem one, StoredProblem other) {
        return one.module().equals(other.module()) && one.code().equals(other.code());
    }
}
