package io.kubefate.server.engine.job;

import io.kubefate.server.concurrent.LogContext;
import io.kubefate.server.concurrent.Parallel;
import io.kubefate.server.concurrent.Threads;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims jobs and runs them, several at once, until it is closed. */
public final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** How long a runner that is closed waits for a claim that has begun, and for jobs to be released. */
    private static final Duration DISPATCHER_LIMIT = Duration.ofSeconds(2);

    private static final Duration WORKERS_LIMIT = Duration.ofSeconds(6);

    private final String name = "runner-" + UUID.randomUUID();
    private final Semaphore wakeUp = new Semaphore(0);
    private final JobStore jobs;
    private final Clock clock;
    private final RunnerSettings settings;
    private final JobRun run;
    private final Leases leases;
    private final Semaphore slots;
    private final ExecutorService workers;
    private final ExecutorService writers = Threads.growing("job-write");
    private boolean databaseFails;
    private final Thread dispatcher = new Thread(this::dispatch, "job-dispatcher");

    /** A runner that does nothing before {@link #start}. All replicas must have the same clock. */
    public JobRunner(
            ClusterStore clusters,
            JobStore jobs,
            Kubernetes kubernetes,
            Clock clock,
            RunnerSettings settings,
            JobListener listener) {
        this.jobs = jobs;
        this.clock = clock;
        this.settings = settings;
        this.run = new JobRun(
                jobs,
                clock,
                settings,
                listener,
                new WorkFactory(clusters, jobs.steps(), kubernetes, new Parallel(writers)));
        this.leases = new Leases(jobs, clock, settings.lease());
        this.slots = new Semaphore(settings.parallel());
        this.workers = Executors.newFixedThreadPool(settings.parallel(), task -> new Thread(task, "job-worker"));
    }

    /** Starts to claim jobs. */
    public void start() {
        leases.start();
        dispatcher.start();
    }

    /** Claims new jobs now instead of after the next pause. */
    public void wake() {
        wakeUp.release();
    }

    /** Stops at once; unfinished jobs are released, so that another runner or the next start continues them. */
    @Override
    public void close() {
        dispatcher.interrupt();
        workers.shutdownNow();
        try {
            dispatcher.join(DISPATCHER_LIMIT.toMillis());
            if (!workers.awaitTermination(WORKERS_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("jobs did not stop in time; they continue when their leases expire");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writers.shutdownNow();
        leases.close();
    }

    private void dispatch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                slots.acquire();
                Optional<JobRecord> job = claim();
                if (job.isPresent()) {
                    execute(job.get());
                    continue;
                }
                slots.release();
                wakeUp.tryAcquire(settings.idle().toMillis(), TimeUnit.MILLISECONDS);
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A runner that closes meanwhile has no workers any longer. */
    private void execute(JobRecord job) {
        try {
            workers.execute(() -> LogContext.ofJob(job.uuid()).run(() -> runInSlot(job)));
        } catch (RejectedExecutionException e) {
            JobLease lease = job.lease().orElseThrow();
            leases.drop(lease);
            run.release(lease);
        }
    }

    private Optional<JobRecord> claim() {
        try {
            Optional<JobRecord> job = jobs.claim(name, clock.instant(), settings.lease());
            job.flatMap(JobRecord::lease).ifPresent(leases::hold);
            databaseFails = false;
            return job;
        } catch (RuntimeException e) {
            if (!databaseFails) {
                LOG.warn("no job can be claimed until the database answers again: {}", e.getMessage());
            }
            databaseFails = true;
            return Optional.empty();
        }
    }

    private void runInSlot(JobRecord job) {
        JobLease lease = job.lease().orElseThrow();
        try {
            run.run(job, lease);
        } finally {
            leases.drop(lease);
            slots.release();
            wake();
        }
    }
}
