package io.kubefate.server.store.check;

import static java.util.Objects.requireNonNull;

/**
 * A row of table {@code job_check}.
 *
 * @param jobUuid the job
 * @param number the index of the check in the request, from 0
 * @param result how it ended
 */
public record CheckRecord(String jobUuid, int number, StoredCheckResult result) {

    public CheckRecord {
        requireNonNull(jobUuid, "jobUuid is null");
        requireNonNull(result, "result is null");
    }
}
