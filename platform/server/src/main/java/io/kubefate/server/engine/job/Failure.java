package io.kubefate.server.engine.job;

import io.kubefate.server.store.job.EventDetails;
import java.time.Duration;
import java.util.List;

/** Why a job does not reach its revision, as details of an event. The names of the kinds are stored. */
public enum Failure {
    /** {seconds}. */
    TIME_LIMIT,
    /** A step failed {step}. */
    STEP,
    /** Kubernetes Jobs of an earlier attempt are still there {jobs}. */
    EARLIER_STEPS,
    /** Kubernetes or the plan {message}. */
    REFUSED;

    /** The key of the details that has the kind. */
    public static final String KEY = "failure";

    static EventDetails timeLimit(Duration limit) {
        return TIME_LIMIT.details().with("seconds", (int) limit.toSeconds());
    }

    static EventDetails step(String step) {
        return STEP.details().with("step", step);
    }

    static EventDetails earlierSteps(List<String> jobs) {
        return EARLIER_STEPS.details().with("jobs", jobs);
    }

    static EventDetails refused(String message) {
        return REFUSED.details().with("message", message);
    }

    private EventDetails details() {
        return EventDetails.of(KEY, name());
    }
}
