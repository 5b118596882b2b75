package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the runner of a job writes at once, all or nothing.
 *
 * @param at the time
 * @param phase the phase that begins; empty if the job stays in its phase
 * @param returnCause why the job returns, if that is decided now
 * @param progress replaces the stored progress
 * @param events what happened; those that the job has already are not stored again
 */
public record JobChange(
        Instant at,
        Optional<JobPhase> phase,
        Optional<ReturnCause> returnCause,
        Optional<JobProgress> progress,
        List<JobEvent> events) {

    public JobChange {
        requireNonNull(at, "at is null");
        requireNonNull(phase, "phase is null");
        requireNonNull(returnCause, "returnCause is null");
        requireNonNull(progress, "progress is null");
        events = List.copyOf(events);
    }

    public static JobChange at(Instant at) {
        return new JobChange(at, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    public JobChange enter(JobPhase next) {
        return new JobChange(at, Optional.of(next), returnCause, progress, events);
    }

    /** The decision to return begins the phase {@link JobPhase#RETURNING}. */
    public JobChange goBack(ReturnCause cause) {
        return new JobChange(at, Optional.of(JobPhase.RETURNING), Optional.of(cause), progress, events);
    }

    public JobChange progress(JobProgress next) {
        return new JobChange(at, phase, returnCause, Optional.of(next), events);
    }

    public JobChange event(JobEvent event) {
        return new JobChange(
                at,
                phase,
                returnCause,
                progress,
                Stream.concat(events.stream(), Stream.of(event)).toList());
    }

    /** Returns the change with changed messages of its events and problems. */
    public JobChange withMessages(UnaryOperator<String> change) {
        return new JobChange(
                at,
                phase,
                returnCause,
                progress.map(observed -> observed.withMessages(change)),
                events.stream().map(event -> event.withMessage(change)).toList());
    }

    /** Adds an event that happens once in the life of a job. */
    public JobChange event(JobEventReason reason, String object, EventDetails details) {
        return event(new JobEvent(at, reason, object, 0, details));
    }
}
