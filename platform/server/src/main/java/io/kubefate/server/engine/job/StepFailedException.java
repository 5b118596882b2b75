package io.kubefate.server.engine.job;

import io.kubefate.server.store.job.EventDetails;
import java.util.List;

/** A step of an upgrade failed, so the upgrade must not continue. */
final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient EventDetails details;

    private StepFailedException(String message, EventDetails details) {
        super(message);
        this.details = details;
    }

    static StepFailedException of(String step) {
        return new StepFailedException("step " + step + " failed", Failure.step(step));
    }

    /** Kubernetes Jobs of an earlier attempt, which may still work on the same data, cannot be removed. */
    static StepFailedException ofEarlierAttempt(List<String> jobs) {
        return new StepFailedException(jobs + " of an earlier attempt cannot be removed", Failure.earlierSteps(jobs));
    }

    /** Returns the details of the event that records the failure. */
    EventDetails details() {
        return details;
    }
}
