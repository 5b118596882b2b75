package io.kubefate.server.store.step;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a step is.
 *
 * @param status where it stands
 * @param startedAt when its Kubernetes Job was created
 * @param endedAt when it ended
 * @param message why it failed; empty unless it did
 * @param log the end of what it wrote, without passwords; empty until it has ended
 */
public record StepState(
        StepStatus status, Optional<Instant> startedAt, Optional<Instant> endedAt, String message, String log) {

    static final StepState PENDING = new StepState(StepStatus.Pending, Optional.empty(), Optional.empty(), "", "");

    public StepState {
        requireNonNull(status, "status is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(endedAt, "endedAt is null");
        requireNonNull(message, "message is null");
        requireNonNull(log, "log is null");
    }
}
