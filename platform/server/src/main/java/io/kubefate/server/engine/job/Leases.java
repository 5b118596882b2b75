package io.kubefate.server.engine.job;

import io.kubefate.server.concurrent.LogContext;
import io.kubefate.server.concurrent.Threads;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.job.JobLease;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews the leases of the jobs that this runner runs, three times in the life of a lease. */
final class Leases implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Set<JobLease> held = ConcurrentHashMap.newKeySet();
    private final JobStore jobs;
    private final Clock clock;
    private final Duration lease;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "job-leases"));

    /** A row that another transaction has locked delays only the lease of its own job. */
    private final ExecutorService renewals = Threads.growing("job-lease");

    Leases(JobStore jobs, Clock clock, Duration lease) {
        this.jobs = jobs;
        this.clock = clock;
        this.lease = lease;
    }

    void start() {
        long pause = lease.toMillis() / 3;
        timer.scheduleWithFixedDelay(this::renewAll, pause, pause, TimeUnit.MILLISECONDS);
    }

    void hold(JobLease claimed) {
        held.add(claimed);
    }

    void drop(JobLease claimed) {
        held.remove(claimed);
    }

    private void renewAll() {
        held.forEach(claimed ->
                renewals.execute(() -> LogContext.ofJob(claimed.jobUuid()).run(() -> renew(claimed))));
    }

    private void renew(JobLease claimed) {
        try {
            if (!jobs.renew(claimed, clock.instant().plus(lease))) {
                held.remove(claimed);
            }
        } catch (RuntimeException e) {
            // The job notices by itself when its lease is lost; here it is enough to try again.
            LOG.warn("the lease of job {} could not be renewed: {}", claimed.jobUuid(), e.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        renewals.shutdownNow();
    }
}
