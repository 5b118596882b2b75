package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.health.Reason;
import java.util.List;

/**
 * How far a Kubernetes Job is.
 *
 * @param phase where it stands
 * @param failures how many of its pods have failed so far
 * @param message why it failed, in Kubernetes' words and with the exit codes; empty unless it did
 * @param reasons why it waits or what it is doing; empty once it has ended
 */
public record BatchJobState(Phase phase, int failures, String message, List<Reason> reasons) {

    /** There is no such Job, or it is being deleted. */
    public static final BatchJobState ABSENT = new BatchJobState(Phase.ABSENT, 0, "", List.of());

    /** Where a Job can stand. */
    public enum Phase {
        /** It does not exist, or is being deleted. */
        ABSENT,
        /** It is there and has not ended: its pods wait, run, or are to be tried again. */
        ACTIVE,
        /** It has done its work. */
        SUCCEEDED,
        /** It has failed for good: Kubernetes tries no more. */
        FAILED
    }

    /** Checks that nothing is null and copies the list. */
    public BatchJobState {
        requireNonNull(phase, "phase is null");
        requireNonNull(message, "message is null");
        reasons = List.copyOf(reasons);
    }

    /** {@return whether nothing more will come of it} */
    public boolean ended() {
        return phase != Phase.ACTIVE;
    }
}
