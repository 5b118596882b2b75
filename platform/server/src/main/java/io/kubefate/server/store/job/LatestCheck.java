package io.kubefate.server.store.job;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The newest check of a cluster that has ended.
 *
 * @param clusterUuid the cluster
 * @param uuid the job
 * @param status how it ended
 * @param endedAt when
 */
public record LatestCheck(String clusterUuid, String uuid, JobStatus status, Instant endedAt) {

    public LatestCheck {
        requireNonNull(clusterUuid, "clusterUuid is null");
        requireNonNull(uuid, "uuid is null");
        requireNonNull(status, "status is null");
        requireNonNull(endedAt, "endedAt is null");
    }
}
