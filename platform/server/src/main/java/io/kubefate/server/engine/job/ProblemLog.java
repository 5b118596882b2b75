package io.kubefate.server.engine.job;

import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.StoredProblem;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Records when problems occur and when they are resolved; no more than a few times for one that comes and goes. */
final class ProblemLog {

    private static final int MOST_OF_A_CODE = 5;

    private final Journal journal;
    private final JobEventReason opened;
    private final JobEventReason resolved;
    private final Function<StoredProblem, String> object;

    private ProblemLog(
            Journal journal, JobEventReason opened, JobEventReason resolved, Function<StoredProblem, String> object) {
        this.journal = journal;
        this.opened = opened;
        this.resolved = resolved;
        this.object = object;
    }

    static ProblemLog ofModules(Journal journal) {
        return new ProblemLog(
                journal, JobEventReason.MODULE_TROUBLE, JobEventReason.MODULE_RECOVERED, StoredProblem::module);
    }

    static ProblemLog ofStep(Journal journal, String step) {
        return new ProblemLog(journal, JobEventReason.STEP_TROUBLE, JobEventReason.STEP_RECOVERED, problem -> step);
    }

    /** Writes a change of the job's progress with the events that belong to it. */
    void write(ProgressChange change) {
        journal.progress(
                change.next(),
                Stream.concat(
                                change.resolved().stream().flatMap(problem -> end(problem).stream()),
                                change.opened().stream().flatMap(problem -> beginning(problem).stream()))
                        .toList());
    }

    private Optional<JobEvent> beginning(StoredProblem problem) {
        return count(opened, problem) < MOST_OF_A_CODE
                ? journal.history()
                        .next(
                                journal.now(),
                                opened,
                                object.apply(problem),
                                EventDetails.of("code", problem.code()).with("message", problem.message()))
                : Optional.empty();
    }

    private Optional<JobEvent> end(StoredProblem problem) {
        return count(resolved, problem) < count(opened, problem)
                ? journal.history()
                        .next(journal.now(), resolved, object.apply(problem), EventDetails.of("code", problem.code()))
                : Optional.empty();
    }

    private int count(JobEventReason reason, StoredProblem problem) {
        return journal.history().count(reason, object.apply(problem), "code", problem.code());
    }
}
