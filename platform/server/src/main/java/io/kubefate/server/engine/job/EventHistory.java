package io.kubefate.server.engine.job;

import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.StoredProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The events of a job, in memory: its runner is the only one that adds to them. */
final class EventHistory {

    /** How many events of one reason and object are recorded. */
    private static final int MOST_OCCURRENCES = 20;

    private final List<JobEvent> events;

    EventHistory(List<JobEvent> events) {
        this.events = new ArrayList<>(events);
    }

    void add(List<JobEvent> more) {
        events.addAll(more);
    }

    boolean has(JobEventReason reason, String object) {
        return of(reason, object).findAny().isPresent();
    }

    int count(JobEventReason reason, String object) {
        return (int) of(reason, object).count();
    }

    /** Counts the events that have this value among their details. */
    int count(JobEventReason reason, String object, String key, String value) {
        return (int) of(reason, object)
                .filter(event -> event.details().text(key).equals(value))
                .count();
    }

    /** Returns the details of the newest event. */
    Optional<EventDetails> last(JobEventReason reason, String object) {
        return of(reason, object).reduce((earlier, later) -> later).map(JobEvent::details);
    }

    /** Returns the next event of a reason and object; empty if there are too many already. */
    Optional<JobEvent> next(Instant at, JobEventReason reason, String object, EventDetails details) {
        int occurrence = count(reason, object);
        return occurrence < MOST_OCCURRENCES
                ? Optional.of(new JobEvent(at, reason, object, occurrence, details))
                : Optional.empty();
    }

    /** Returns the event of a failed attempt of a step; empty if it is recorded, or too many are. */
    Optional<JobEvent> failedAttempt(Instant at, String step, int attempt) {
        boolean known = of(JobEventReason.STEP_ATTEMPT_FAILED, step).anyMatch(event -> event.occurrence() == attempt);
        return known || count(JobEventReason.STEP_ATTEMPT_FAILED, step) >= MOST_OCCURRENCES
                ? Optional.empty()
                : Optional.of(new JobEvent(at, JobEventReason.STEP_ATTEMPT_FAILED, step, attempt, EventDetails.NONE));
    }

    static JobEvent notReady(Instant at, StoredProblem problem) {
        EventDetails details = EventDetails.of("code", problem.code()).with("message", problem.message());
        return new JobEvent(at, JobEventReason.NOT_READY, problem.module(), 0, details);
    }

    /** Returns a change with further events. */
    static JobChange with(JobChange change, List<JobEvent> events) {
        JobChange result = change;
        for (JobEvent event : events) {
            result = result.event(numbered(event, result.events()));
        }
        return result;
    }

    /** Events of one reason and object that are written together have different numbers. */
    private static JobEvent numbered(JobEvent event, List<JobEvent> before) {
        int same = (int) before.stream()
                .filter(other ->
                        other.reason() == event.reason() && other.object().equals(event.object()))
                .count();
        return new JobEvent(event.at(), event.reason(), event.object(), event.occurrence() + same, event.details());
    }

    /** Whether Kubernetes did not answer the last time. */
    boolean outage() {
        return count(JobEventReason.KUBERNETES_UNAVAILABLE, "") > count(JobEventReason.KUBERNETES_ANSWERS, "");
    }

    private Stream<JobEvent> of(JobEventReason reason, String object) {
        return events.stream()
                .filter(event -> event.reason() == reason && event.object().equals(object));
    }
}
