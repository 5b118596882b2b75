package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.health.Reason;
import java.util.List;

/**
 * The state of a Kubernetes Job.
 *
 * @param phase the phase
 * @param failures the number of failed pods so far
 * @param message why the Job failed, as reported by Kubernetes with the exit codes; empty unless it failed
 * @param reasons why the Job waits or what it does; empty after it has ended
 */
public record BatchJobState(Phase phase, int failures, String message, List<Reason> reasons) {

    /** The state of a Job that does not exist or is being deleted. */
    public static final BatchJobState ABSENT = new BatchJobState(Phase.ABSENT, 0, "", List.of());

    /** The phases of a Job. */
    public enum Phase {
        /** The Job does not exist or is being deleted. */
        ABSENT,
        /** The Job has not ended: its pods wait, run or are retried. */
        ACTIVE,
        /** The Job has completed. */
        SUCCEEDED,
        /** The Job has failed and is not retried. */
        FAILED
    }

    public BatchJobState {
        requireNonNull(phase, "phase is null");
        requireNonNull(message, "message is null");
        reasons = List.copyOf(reasons);
    }

    /** Returns whether the state is final. */
    public boolean ended() {
        return phase != Phase.ACTIVE;
    }
}
