package io.kubefate.server.service.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.EmbeddedDatabase;
import io.kubefate.server.store.JobStore;
import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What followers hear; the jobs are carried out by somebody who shares nothing with the feed but the database. */
class JobFeedTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final Duration INTERVAL = Duration.ofMillis(10);
    private static final String RUNNER = "another replica";
    private static final String BEGUN = "update job status to Running";

    private final Map<String, JobLease> leases = new HashMap<>();

    private final Follower follower = new Follower();
    private final AtomicInteger queries = new AtomicInteger();
    private EmbeddedDatabase database;
    private ClusterStore clusters;
    private JobStore jobs;
    private JobFeed feed;

    @BeforeEach
    void open() {
        database = new EmbeddedDatabase();
        clusters = new ClusterStore(database.jdbi());
        jobs = new JobStore(database.jdbi());
        Jdbi counted = database.jdbi().setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                queries.incrementAndGet();
            }
        });
        feed = new JobFeed(new JobStore(counted), INTERVAL, Duration.ofMillis(200));
        feed.start();
    }

    @AfterEach
    void close() throws Exception {
        feed.close();
        database.close();
    }

    @Test
    void tellsTheStateAtOnceAndAfterEachChangeUntilTheJobEnds() throws InterruptedException {
        String job = running("alpha");

        feed.follow(job, "", follower);
        assertThat(follower.next()).isEqualTo("Running []");
        begin(job);
        assertThat(follower.next()).isEqualTo("Running [" + BEGUN + "]");
        jobs.write(leases.get(job), JobChange.at(NOON.plusSeconds(1)).progress(JobProgress.NONE));
        assertThat(follower.next()).isEqualTo("Running [" + BEGUN + "]");
        jobs.finish(leases.get(job), JobStatus.Success, ClusterStatus.Running, NOON.plusSeconds(2));
        assertThat(follower.next()).isEqualTo("Success [" + BEGUN + "]");
        assertThat(follower.next()).isEqualTo("end");
    }

    @Test
    void tellsOfAnEndedJobOnce() throws InterruptedException {
        String job = running("alpha");
        jobs.finish(leases.get(job), JobStatus.Failed, ClusterStatus.Failed, NOON);

        feed.follow(job, "", follower);

        assertThat(follower.next()).isEqualTo("Failed []");
        assertThat(follower.next()).isEqualTo("end");
    }

    @Test
    void doesNotRepeatTheStateThatWasSeen() throws InterruptedException {
        String job = running("alpha");
        feed.follow(job, "", follower);
        follower.next();
        String seen = follower.lastId;
        Follower again = new Follower();

        feed.follow(job, seen, again);
        begin(job);

        assertThat(again.next()).isEqualTo("Running [" + BEGUN + "]");
    }

    @Test
    void tellsAnythingThatIsNotTheStateThatWasSeen() throws InterruptedException {
        feed.follow(running("alpha"), "of an earlier database", follower);

        assertThat(follower.next()).isEqualTo("Running []");
    }

    @Test
    void asksOnceForAllFollowers() throws InterruptedException {
        String job = running("alpha");
        String other = running("beta");
        Follower[] followers = {new Follower(), new Follower(), new Follower()};
        for (Follower each : followers) {
            feed.follow(job, "", each);
            each.next();
        }
        feed.follow(other, "", follower);
        follower.next();

        long begin = System.nanoTime();
        int before = queries.get();
        follower.nextPulse();
        follower.nextPulse();
        int asked = queries.get() - before;
        long intervals = (System.nanoTime() - begin) / INTERVAL.toNanos();

        assertThat((long) asked).isBetween(1L, intervals + 1);
    }

    @Test
    void asksNothingWhenNobodyFollows() throws InterruptedException {
        String job = running("alpha");
        feed.follow(job, "", follower);
        follower.next();
        follower.gone = true;
        follower.nextPulseOrNone();

        int before = queries.get();
        begin(job);

        assertThat(follower.told.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThat(queries.get()).isEqualTo(before);
    }

    @Test
    void showsSignsOfLifeWhileNothingHappens() throws InterruptedException {
        feed.follow(running("alpha"), "", follower);

        follower.nextPulse();
        follower.nextPulse();
        assertThat(follower.next()).isEqualTo("Running []");
    }

    @Test
    void endsWhenTheJobIsRemovedFromTheList() throws InterruptedException {
        String job = running("alpha");
        feed.follow(job, "", follower);
        follower.next();

        jobs.finish(leases.get(job), JobStatus.Failed, ClusterStatus.Failed, NOON);
        jobs.remove(job, NOON);

        assertThat(follower.untilEnd()).isEqualTo("end");
    }

    @Test
    void endsWhenTheServiceStops() throws InterruptedException {
        String job = running("alpha");
        feed.follow(job, "", follower);
        follower.next();

        feed.close();
        Follower late = new Follower();
        feed.follow(job, "", late);

        assertThat(follower.next()).isEqualTo("end");
        assertThat(late.untilEnd()).isEqualTo("end");
    }

    @Test
    void stopsOnlyWhenTheClientsKnowTheEnd() throws InterruptedException {
        feed.follow(running("alpha"), "", follower);

        feed.close();

        assertThat(follower.gone()).isTrue();
    }

    @Test
    void goesOnWhenTheDatabaseWasAway() throws Exception {
        String job = running("alpha");
        feed.follow(job, "", follower);
        follower.next();

        new JobTable().away();
        follower.nextPulse();
        follower.nextPulse();
        new JobTable().back();
        begin(job);

        assertThat(follower.next()).isEqualTo("Running [" + BEGUN + "]");
    }

    @Test
    void refusesAJobThatIsNotThere() {
        assertThatThrownBy(() -> feed.follow("none", "", follower)).isInstanceOf(KubefateException.class);
    }

    private String running(String name) {
        TestRows.accept(clusters, TestRows.cluster(name, "name: " + name, NOON));
        JobLease lease = jobs.claim(RUNNER, NOON, Duration.ofHours(1))
                .flatMap(JobRecord::lease)
                .orElseThrow();
        leases.put(lease.jobUuid(), lease);
        return lease.jobUuid();
    }

    private void begin(String job) {
        jobs.write(leases.get(job), JobChange.at(NOON).event(JobEventReason.STARTED, "", EventDetails.NONE));
    }

    /** The table of jobs, which a database that does not answer seems not to have. */
    private final class JobTable {

        private final Jdbi jdbi = Jdbi.create(database.source());

        private void away() {
            jdbi.useHandle(handle -> handle.execute("alter table job rename to job_away"));
        }

        private void back() {
            jdbi.useHandle(handle -> handle.execute("alter table job_away rename to job"));
        }
    }

    /** Remembers what it was told. */
    private static final class Follower implements JobFollower {

        private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> pulses = new LinkedBlockingQueue<>();
        private volatile String lastId = "";
        private volatile boolean gone;

        @Override
        public void changed(JobSnapshot state) {
            lastId = state.id();
            told.add(state.job().status() + " " + state.job().states());
        }

        @Override
        public void alive() {
            pulses.add("alive");
        }

        @Override
        public void ended() {
            told.add("end");
            CompletableFuture.runAsync(() -> gone = true, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
        }

        @Override
        public boolean gone() {
            return gone;
        }

        private String next() throws InterruptedException {
            return String.valueOf(told.poll(10, TimeUnit.SECONDS));
        }

        private String untilEnd() throws InterruptedException {
            String last = next();
            while (last.contains("[")) {
                last = next();
            }
            return last;
        }

        private void nextPulse() throws InterruptedException {
            pulses.clear();
            assertThat(pulses.poll(10, TimeUnit.SECONDS)).isNotNull();
        }

        /** Waits as long as a pulse takes, whether or not there is one. */
        private void nextPulseOrNone() throws InterruptedException {
            pulses.clear();
            pulses.poll(300, TimeUnit.MILLISECONDS);
        }
    }
}
