package io.kubefate.server.engine.job;

import io.kubefate.planning.plan.Mask;
import io.kubefate.server.concurrent.LogContext;
import io.kubefate.server.concurrent.Parallel;
import io.kubefate.server.concurrent.Threads;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.encryption.UnreadableTextException;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
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
    private final JobListener listener;
    private final WorkFactory works;
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
        this.listener = listener;
        this.works = new WorkFactory(clusters, jobs.steps(), kubernetes, new Parallel(writers));
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
                    workers.execute(() -> LogContext.ofJob(job.get().uuid()).run(() -> runInSlot(job.get())));
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
            run(job, lease);
        } finally {
            leases.drop(lease);
            slots.release();
            wake();
        }
    }

    private void run(JobRecord job, JobLease lease) {
        LOG.info("runs job {}", job.uuid());
        try {
            run(job, lease, journal(job, works.mask(job)));
        } catch (UnreadableTextException e) {
            fail(job, lease, journal(job, Mask.of(List.of())), e);
        } catch (JdbiException e) {
            LOG.warn("job {} continues when the database answers again: {}", job.uuid(), e.getMessage());
        }
    }

    private Journal journal(JobRecord job, Mask mask) {
        return new Journal(jobs, clock, job, settings.idle(), mask);
    }

    private void run(JobRecord job, JobLease lease, Journal journal) {
        try {
            finish(job, lease, works.of(job, journal).run());
        } catch (LeaseLostException e) {
            lost(lease);
        } catch (InterruptedException e) {
            release(lease);
            Thread.currentThread().interrupt();
        } catch (JdbiException e) {
            databaseFailed(job, lease, journal, e);
        } catch (KubernetesException e) {
            kubernetesFailed(job, lease, journal, e);
        } catch (RuntimeException | Error e) {
            fail(job, lease, journal, e);
        }
    }

    /** A database that is away lets the lease expire; one that answers after the time limit refuses what the job writes. */
    private void databaseFailed(JobRecord job, JobLease lease, Journal journal, JdbiException e) {
        if (journal.overdue()) {
            fail(job, lease, journal, e);
            return;
        }
        LOG.warn("job {} continues when the database answers again: {}", job.uuid(), e.getMessage());
    }

    /** A temporary failure is retried until the time limit; any other ends the job. */
    private void kubernetesFailed(JobRecord job, JobLease lease, Journal journal, KubernetesException e) {
        if (e.isTemporary() && !journal.overdue()) {
            postpone(lease, journal, e);
            return;
        }
        end(job, lease, journal, JobEventReason.FAILED, EventDetails.of("message", e.getMessage()));
    }

    private void postpone(JobLease lease, Journal journal, KubernetesException why) {
        try {
            journal.postponed(why);
            jobs.renew(lease, clock.instant().plus(settings.retry()));
        } catch (LeaseLostException e) {
            lost(lease);
        } catch (RuntimeException e) {
            LOG.warn("job {} continues when its lease expires: {}", lease.jobUuid(), e.getMessage());
        }
    }

    /** Also an {@link Error} ends the job: if it were left to the next runner, it might stay unfinished forever. */
    private void fail(JobRecord job, JobLease lease, Journal journal, Throwable e) {
        if (Thread.currentThread().isInterrupted()) {
            release(lease);
            return;
        }
        String id = UUID.randomUUID().toString();
        LOG.error("job {} failed, {}", job.uuid(), id, e);
        EventDetails details = EventDetails.of("id", id).with("message", String.valueOf(e.getMessage()));
        end(job, lease, journal, JobEventReason.INTERNAL_ERROR, details);
    }

    private void end(JobRecord job, JobLease lease, Journal journal, JobEventReason reason, EventDetails details) {
        try {
            journal.once(reason, "", details);
            finish(job, lease, Outcome.broken(job.method()));
        } catch (LeaseLostException e) {
            lost(lease);
        } catch (RuntimeException e) {
            LOG.warn("the end of job {} could not be stored; this is retried when its lease expires", job.uuid(), e);
        }
    }

    private void finish(JobRecord job, JobLease lease, Outcome outcome) {
        boolean finished = outcome.cluster()
                .map(cluster -> jobs.finish(lease, outcome.job(), cluster, clock.instant()))
                .orElseGet(() -> jobs.finish(lease, outcome.job(), clock.instant()));
        if (finished) {
            listener.ended(job, outcome.job());
        } else {
            lost(lease);
        }
    }

    private static void lost(JobLease lease) {
        LOG.info("another runner continues job {}", lease.jobUuid());
    }

    private void release(JobLease lease) {
        try {
            jobs.release(lease);
        } catch (RuntimeException e) {
            LOG.warn("job {} continues when its lease expires: {}", lease.jobUuid(), e.getMessage());
        }
    }
}
