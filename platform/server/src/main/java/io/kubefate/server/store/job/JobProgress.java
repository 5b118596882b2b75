package io.kubefate.server.store.job;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a job observed last.
 *
 * @param modules the workloads of its cluster, by name
 * @param problems the open ones, and the newest of those that are resolved
 */
public record JobProgress(List<ModuleProgress> modules, List<StoredProblem> problems) {

    public static final JobProgress NONE = new JobProgress(List.of(), List.of());

    public JobProgress {
        modules = List.copyOf(modules);
        problems = List.copyOf(problems);
    }

    /** Returns the progress with changed messages of its problems. */
    public JobProgress withMessages(UnaryOperator<String> change) {
        return new JobProgress(
                modules,
                problems.stream()
                        .map(problem -> problem.withMessage(change.apply(problem.message())))
                        .toList());
    }

    public List<StoredProblem> open() {
        return problems.stream().filter(StoredProblem::open).toList();
    }

    public List<StoredProblem> resolved() {
        return problems.stream().filter(problem -> !problem.open()).toList();
    }
}
