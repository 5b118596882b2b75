package io.kubefate.server.store;

import java.time.Instant;

/**
 * A row of table {@code job_event}: something that a job did or met, for people.
 *
 * @param at when
 * @param message one line, for example {@code update job status to Running}
 */
public record JobEvent(Instant at, String message) {}
