package io.kubefate.server.engine.job;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.ContainerHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.ModuleProgress;
import io.kubefate.server.store.job.StoredProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private static final String RUNNING = "Running";
    private static final String UNKNOWN = "Unknown";

    /** Computes the progress of a job that begins to bring workloads. */
    static ProgressChange begin(JobProgress before, Set<ObjectRef> desired) {
        List<ModuleProgress> modules = desired.stream()
                .map(workload -> missing(workload, Optional.empty()))
                .sorted(comparing(ModuleProgress::name))
                .toList();
        return new ProgressChange(new JobProgress(modules, before.problems()), List.of(), List.of());
    }

    /** Computes the change that the state of the desired workloads makes; when they were ready first is kept. */
    static ProgressChange of(JobProgress before, Set<ObjectRef> desired, ClusterHealth health) {
        Map<ObjectRef, WorkloadHealth> observed =
                health.workloads().stream().collect(toMap(WorkloadHealth::ref, workload -> workload));
        List<ModuleProgress> modules = desired.stream()
                .map(ref -> module(before, ref, Optional.ofNullable(observed.get(ref)), health.observedAt()))
                .sorted(comparing(ModuleProgress::name))
                .toList();
        return of(before, modules, health.reasons(), health.observedAt());
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
            JobProgress before, ObjectRef ref, Optional<WorkloadHealth> observed, Instant now) {
        Optional<Instant> readyBefore = before.modules().stream()
                .filter(module -> module.name().equals(ref.name()))
                .findFirst()
                .flatMap(ModuleProgress::readyAt);
        return observed.map(workload -> new ModuleProgress(
                        ref.name(),
                        workload.ready(),
                        state(workload),
                        readyBefore.or(() -> workload.ready() ? Optional.of(now) : Optional.empty())))
                .orElseGet(() -> missing(ref, readyBefore));
    }

    private static ModuleProgress missing(ObjectRef workload, Optional<Instant> readyBefore) {
        return new ModuleProgress(workload.name(), false, UNKNOWN, readyBefore);
    }

    private static String state(WorkloadHealth workload) {
        return workload.containers().stream()
                .map(ContainerHealth::state)
                .filter(state -> !state.equals(RUNNING))
                .findFirst()
                .orElse(workload.containers().isEmpty() ? UNKNOWN : RUNNING);
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
