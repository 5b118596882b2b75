package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

/**
 * A row of table {@code job_check}.
 *
 * @param number the check's place in what the job was asked for, from 0
 * @param result how it ended, as JSON
 */
public record CheckRecord(int number, String result) {

    /** Checks that there is a result. */
    public CheckRecord {
        requireNonNull(result, "result is null");
    }
}
