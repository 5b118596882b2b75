package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A row of table {@code job_event}: something that a job did or observed. Reason, object and occurrence identify it within its job.
 *
 * @param at when
 * @param reason what
 * @param object the object, module, step or revision that it concerns; may be empty
 * @param occurrence counts events of one reason and object that happen repeatedly, from 0
 * @param details further values; their keys depend on the reason
 */
public record JobEvent(Instant at, JobEventReason reason, String object, int occurrence, EventDetails details) {

    public JobEvent {
        requireNonNull(at, "at is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(object, "object is null");
        requireNonNull(details, "details is null");
    }

    JobEvent withMessage(UnaryOperator<String> change) {
        return new JobEvent(at, reason, object, occurrence, details.withMessage(change));
    }
}
