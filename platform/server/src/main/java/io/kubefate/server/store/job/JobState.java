package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a job is.
 *
 * @param status as clients see it
 * @param phase as a runner sees it
 * @param phaseSince when the phase began
 * @param returnCause why the job returns; empty unless it was decided that it does
 * @param returningSince when that was decided
 * @param endedAt when the job ended
 */
public record JobState(
        JobStatus status,
        JobPhase phase,
        Instant phaseSince,
        Optional<ReturnCause> returnCause,
        Optional<Instant> returningSince,
        Optional<Instant> endedAt) {

    public JobState {
        requireNonNull(status, "status is null");
        requireNonNull(phase, "phase is null");
        requireNonNull(phaseSince, "phaseSince is null");
        requireNonNull(returnCause, "returnCause is null");
        requireNonNull(returningSince, "returningSince is null");
        requireNonNull(endedAt, "endedAt is null");
    }

    static JobState accepted(Instant at) {
        return new JobState(
                JobStatus.Pending, JobPhase.ACCEPTED, at, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
