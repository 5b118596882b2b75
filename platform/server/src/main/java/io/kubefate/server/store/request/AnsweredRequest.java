package io.kubefate.server.store.request;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A row of table {@code keyed_request}.
 *
 * @param request the request as it was accepted
 * @param jobUuid the job that it started
 * @param createdAt when it was accepted
 */
public record AnsweredRequest(@Nested KeyedRequest request, String jobUuid, Instant createdAt) {

    public AnsweredRequest {
        requireNonNull(request, "request is null");
        requireNonNull(jobUuid, "jobUuid is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
