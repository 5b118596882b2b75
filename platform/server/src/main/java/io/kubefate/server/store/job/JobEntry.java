package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What the list of jobs has of a job: whether it has changed since it was read.
 *
 * @param id the row number
 * @param uuid the job's id
 * @param updatedAt when its row changed last
 */
public record JobEntry(long id, String uuid, Instant updatedAt) {

    public JobEntry {
        requireNonNull(uuid, "uuid is null");
        requireNonNull(updatedAt, "updatedAt is null");
    }
}
