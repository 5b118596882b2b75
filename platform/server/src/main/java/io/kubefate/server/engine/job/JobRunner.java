package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.ClusterStatus;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.JobRecord;
import io.kubefate.server.store.JobStatus;
import io.kubefate.server.store.JobStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims jobs and carries them out, several at once, until it is closed. */
public final class JobRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final String name = "runner-" + UUID.randomUUID();
    private final Semaphore wakeUp = new Semaphore(0);
    private final JobStore jobs;
    private final Clock clock;
    private final RunnerSettings settings;
    private final WorkFactory works;
    private final Leases leases;
    private final Semaphore slots;
    private final ExecutorService workers;
    private final Thread dispatcher = new Thread(this::dispatch, "job-dispatcher");

    /**
     * A runner; it does nothing before {@link #start}.
     *
     * @param clusters where clusters and their revisions are
     * @param jobs where jobs are
     * @param kubernetes what they work on
     * @param clock the time, the same for all replicas as far as clocks agree
     * @param settings how many, how long
     */
    public JobRunner(
            ClusterStore clusters, JobStore jobs, Kubernetes kubernetes, Clock clock, RunnerSettings settings) {
        this.jobs = jobs;
        this.clock = clock;
        this.settings = settings;
        this.works = new WorkFactory(clusters, jobs.steps(), kubernetes);
        this.leases = new Leases(jobs, clock, name, settings.lease());
        this.slots = new Semaphore(settings.parallel());
        this.workers = Executors.newFixedThreadPool(settings.parallel(), task -> new Thread(task, "job-worker"));
    }

    /** Begins to claim jobs. */
    public void start() {
        leases.start();
        dispatcher.start();
    }

    /** Tells that there is a new job, so that it need not wait for the next look into the database. */
    public void wake() {
        wakeUp.release();
    }

    /** Stops at once; unfinished jobs are given back, so that another runner or the next start goes on with them. */
    @Override
    public void close() {
        dispatcher.interrupt();
        workers.shutdownNow();
        try {
            dispatcher.join(TimeUnit.SECONDS.toMillis(5));
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("jobs did not stop in time; they go on when their leases end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        leases.close();
    }

    private void dispatch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                slots.acquire();
                Optional<JobRecord> job = claim();
                if (job.isPresent()) {
                    workers.execute(() -> carryOutInSlot(job.get()));
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
            job.ifPresent(claimed -> leases.hold(claimed.uuid()));
            return job;
        } catch (RuntimeException e) {
            LOG.warn("no job can be claimed, the database says: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private void carryOutInSlot(JobRecord job) {
        try {
            carryOut(job);
        } finally {
            leases.drop(job.uuid());
            slots.release();
            wake();
        }
    }

    private void carryOut(JobRecord job) {
        Journal journal = new Journal(jobs, clock, job, name, settings.idle());
        try {
            finish(job, works.of(job, journal).run());
        } catch (LeaseLostException e) {
            LOG.info("job {} goes on elsewhere", job.uuid());
        } catch (InterruptedException e) {
            jobs.release(job.uuid(), name);
            Thread.currentThread().interrupt();
        } catch (JdbiException e) {
            LOG.warn("job {} goes on when the database answers again: {}", job.uuid(), e.getMessage());
        } catch (KubernetesException e) {
            kubernetesFailed(job, journal, e);
        } catch (RuntimeException e) {
            fail(job, journal, e);
        }
    }

    /** What may pass is tried again until the time limit; what will not, ends the job. */
    private void kubernetesFailed(JobRecord job, Journal journal, KubernetesException e) {
        if (e.kind() == KubernetesException.Kind.UNAVAILABLE && !journal.overdue()) {
            postpone(job, journal, "Kubernetes does not answer, trying again: " + e.getMessage());
            return;
        }
        end(job, journal, e.getMessage());
    }

    private void postpone(JobRecord job, Journal journal, String why) {
        try {
            journal.state(why);
            jobs.renew(job.uuid(), name, clock.instant().plus(settings.retry()));
        } catch (RuntimeException e) {
            LOG.warn("job {} goes on when its lease ends: {}", job.uuid(), e.getMessage());
        }
    }

    private void fail(JobRecord job, Journal journal, RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) {
            jobs.release(job.uuid(), name);
            return;
        }
        String id = UUID.randomUUID().toString();
        LOG.error("job {} failed, {}", job.uuid(), id, e);
        end(job, journal, "internal error, look for " + id + " in the log of the service: " + e.getMessage());
    }

    private void end(JobRecord job, Journal journal, String why) {
        try {
            journal.state(why);
            finish(job, broken(job));
        } catch (RuntimeException e) {
            LOG.warn("the end of job {} could not be stored, it is tried again when its lease ends", job.uuid(), e);
        }
    }

    /** What an update leaves is a cluster all the same, which is looked at whenever somebody asks for it. */
    private static Outcome broken(JobRecord job) {
        return switch (job.method()) {
            case ClusterInstall, ClusterDelete -> new Outcome(JobStatus.Failed, ClusterStatus.Failed);
            case ClusterUpdate -> new Outcome(JobStatus.Failed, ClusterStatus.Unavailable);
            case ClusterCheck -> Outcome.leavingCluster(JobStatus.Failed);
        };
    }

    private void finish(JobRecord job, Outcome outcome) {
        Instant now = clock.instant();
        boolean finished = outcome.cluster()
                .map(cluster -> jobs.finish(job.uuid(), name, outcome.job(), cluster, now))
                .orElseGet(() -> jobs.finish(job.uuid(), name, outcome.job(), now));
        if (!finished) {
            LOG.info("job {} goes on elsewhere", job.uuid());
        }
    }
}
