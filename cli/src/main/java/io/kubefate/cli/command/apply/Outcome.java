package io.kubefate.cli.command.apply;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.view.ApplyView;
import java.util.Locale;

/**
 * What was done with one cluster.
 *
 * @param cluster its namespace and name
 * @param job the UUID of the job; empty if there is none
 * @param message why it failed, in one line; else empty
 */
record Outcome(String cluster, Result result, String job, String message) {

    enum Result {
        INSTALLED,
        UPDATED,
        /** The file did not change, but the cluster did. */
        RECONCILED,
        UNCHANGED,
        FAILED,
        /** Not started, because an earlier one has failed. */
        SKIPPED
    }

    Outcome {
        requireNonNull(cluster, "cluster is null");
        requireNonNull(result, "result is null");
        requireNonNull(job, "job is null");
        requireNonNull(message, "message is null");
    }

    static Outcome of(String cluster, Result result) {
        return new Outcome(cluster, result, "", "");
    }

    static Outcome failed(String cluster, String message) {
        return new Outcome(
                cluster, Result.FAILED, "", message.lines().findFirst().orElse(""));
    }

    /**
     * The outcome of a job.
     *
     * @param success the result if it succeeded
     */
    static Outcome of(String cluster, Result success, Job ended, String lastState) {
        return ended.succeeded()
                ? new Outcome(cluster, success, ended.uuid(), "")
                : new Outcome(cluster, Result.FAILED, ended.uuid(), ended.status() + ": " + lastState);
    }

    boolean isFailure() {
        return result == Result.FAILED;
    }

    ApplyView.Row row() {
        return new ApplyView.Row(cluster, result.name().toLowerCase(Locale.ROOT), job, message);
    }
}
