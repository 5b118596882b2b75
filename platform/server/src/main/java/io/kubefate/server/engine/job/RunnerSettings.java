package io.kubefate.server.engine.job;

import java.time.Duration;

/**
 * How jobs are run.
 *
 * @param parallel how many jobs at once
 * @param lease how long a job stays with a runner that does not renew its lease
 * @param idle how often the database is polled for jobs that other replicas accepted or abandoned, and for requests to stop a job
 * @param retry how long to wait after Kubernetes was unavailable
 */
public record RunnerSettings(int parallel, Duration lease, Duration idle, Duration retry) {

    /** Checks that jobs can run at all. */
    public RunnerSettings {
        if (parallel < 1) {
            throw new IllegalArgumentException("at least one job must be able to run, not " + parallel);
        }
    }
}
