package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.cluster.RevisionOrigin;
import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A revision in the history of its cluster.
 *
 * @param number from 1
 * @param origin where its objects come from
 * @param creator the user's name
 * @param createdAt when it was accepted
 * @param jobUuid the job that brought it, or tried to
 * @param status the status of that job; the revision was ready once if it is Success
 */
public record HistoryRecord(
        int number,
        @Nested RevisionOrigin origin,
        String creator,
        Instant createdAt,
        String jobUuid,
        JobStatus status) {

    public HistoryRecord {
        requireNonNull(origin, "origin is null");
        requireNonNull(creator, "creator is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(jobUuid, "jobUuid is null");
        requireNonNull(status, "status is null");
    }
}
