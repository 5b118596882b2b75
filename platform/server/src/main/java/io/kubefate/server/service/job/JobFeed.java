package io.kubefate.server.service.job;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the states of jobs to followers, regardless of the replica that runs the jobs. It polls the database with one small query for
 * all followers, and only while there are followers. A job is read again only when it has changed.
 */
public final class JobFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobFeed.class);

    /** How long a stop waits for the clients at most. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final Duration FAREWELL_PAUSE = Duration.ofMillis(10);

    private final JobStore jobs;
    private final Duration interval;
    private final Duration pulse;
    private final Set<Following> followings = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "job-feed");
        thread.setDaemon(true);
        return thread;
    });
    private boolean troubled;
    private volatile boolean closed;

    /**
     * @param interval between two polls of the database
     * @param pulse between two calls of {@link JobFollower#alive()}
     */
    public JobFeed(JobStore jobs, Duration interval, Duration pulse) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.interval = requireNonNull(interval, "interval is null");
        this.pulse = requireNonNull(pulse, "pulse is null");
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        thread.scheduleAtFixedRate(this::pulse, pulse.toMillis(), pulse.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Passes the current state of a job to a follower, and each newer one.
     *
     * @param seen the id of the state that the follower already has, or empty text
     * @throws KubefateException {@code NOT_FOUND}
     */
    public void follow(String uuid, String seen, JobFollower follower) {
        JobSnapshot first = read(uuid).orElseThrow(KubefateException::notFound);
        Following following = new Following(uuid, follower, seen);
        if (following.tell(first)) {
            followings.add(following);
        }
        if (closed && followings.remove(following)) {
            follower.ended(); // added after close()
        }
    }

    /** Ends all followers, and gives them a moment to tell their clients before the server gives up its connections. */
    @Override
    public void close() {
        closed = true;
        thread.shutdownNow();
        List<JobFollower> ended = new ArrayList<>();
        for (Following following : List.copyOf(followings)) {
            if (followings.remove(following)) {
                following.follower.ended();
                ended.add(following.follower);
            }
        }
        awaitGone(ended);
    }

    private static void awaitGone(List<JobFollower> followers) {
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (System.nanoTime() < deadline && !followers.stream().allMatch(JobFollower::gone)) {
                Thread.sleep(FAREWELL_PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        followings.removeIf(following -> following.follower.gone());
        List<Following> followed = List.copyOf(followings);
        if (followed.isEmpty()) {
            return;
        }
        try {
            tell(followed);
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled && !closed) {
                LOG.warn("followers of jobs receive no updates at the moment: {}", e.getMessage());
            }
            troubled = true;
        }
    }

    private void tell(List<Following> followed) {
        Set<String> uuids = followed.stream().map(following -> following.uuid).collect(toSet());
        Map<String, String> versions = jobs.versions(uuids).stream().collect(toMap(JobVersion::uuid, JobFeed::id));
        Map<String, Optional<JobSnapshot>> states = new HashMap<>();
        for (Following following : followed) {
            if (following.seen.equals(versions.get(following.uuid))) {
                continue;
            }
            Optional<JobSnapshot> state = states.computeIfAbsent(following.uuid, this::read);
            if (state.isEmpty()) {
                following.follower.ended(); // removed from the list
            }
            if (state.isEmpty() || !following.tell(state.get())) {
                followings.remove(following);
            }
        }
    }

    private void pulse() {
        followings.forEach(following -> following.follower.alive());
    }

    private Optional<JobSnapshot> read(String uuid) {
        return jobs.find(uuid).map(this::state);
    }

    /** Reads the events after the row, so that a job that has ended never lacks its last event. */
    private JobSnapshot state(JobRecord job) {
        List<JobEvent> events = jobs.events(job.uuid());
        return new JobSnapshot(
                id(JobVersion.of(job, events.size())),
                JobAnswer.of(job, events, jobs.checks().of(job), job.times().updatedAt()));
    }

    private static String id(JobVersion version) {
        return version.updatedAt() + "/" + version.events();
    }

    /** A follower and the newest state that it has. Called by one thread at a time. */
    private static final class Following {

        private final String uuid;
        private final JobFollower follower;
        private String seen;

        private Following(String uuid, JobFollower follower, String seen) {
            this.uuid = uuid;
            this.follower = follower;
            this.seen = Objects.requireNonNullElse(seen, "");
        }

        /** Returns whether newer states may follow. */
        private boolean tell(JobSnapshot state) {
            if (!seen.equals(state.id())) {
                seen = state.id();
                follower.changed(state);
            }
            if (state.job().ended()) {
                follower.ended();
                return false;
            }
            return true;
        }
    }
}
