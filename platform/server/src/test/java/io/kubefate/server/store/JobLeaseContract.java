package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.encryption.UnreadableTextException;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.row.RowPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How runners share the jobs. */
abstract class JobLeaseContract extends StoreContract {

    private static final Instant EXPIRED = NOON.plus(LEASE);

    JobLeaseContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void nothingIsClaimedFromAnEmptyQueue() {
        assertThat(jobs.claim("runner", NOON, LEASE)).isEmpty();
    }

    @Test
    void oldestPendingJobIsClaimedAndRuns() {
        JobRecord oldest = install("beta");
        install("alpha");

        JobRecord claimed = jobs.claim("runner", EXPIRED, LEASE).orElseThrow();

        assertThat(claimed.uuid()).isEqualTo(oldest.uuid());
        assertThat(claimed.status()).isEqualTo(JobStatus.Running);
        assertThat(claimed.leaseOwner()).contains("runner");
        assertThat(claimed.times().updatedAt()).isEqualTo(EXPIRED);
    }

    @Test
    void aJobWhoseRequestCannotBeParsedIsClaimedSoThatItEnds() {
        JobRecord damaged = install("alpha");
        jdbi.useHandle(handle -> handle.execute("update job set request = '[' where uuid = ?", damaged.uuid()));

        JobRecord claimed = jobs.claim("runner", NOON, LEASE).orElseThrow();

        assertThat(claimed.uuid()).isEqualTo(damaged.uuid());
        assertThatThrownBy(claimed::request)
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("restore a backup");
    }

    @Test
    void claimedJobIsKeptFromOthers() {
        install("alpha");
        jobs.claim("runner", NOON, LEASE);

        assertThat(jobs.claim("other", EXPIRED.minusNanos(1_000), LEASE)).isEmpty();
    }

    @Test
    void jobOfADeadRunnerIsTakenOverWhenItsLeaseHasExpired() {
        JobRecord job = install("alpha");
        jobs.claim("dead", NOON, LEASE);

        JobRecord resumed = jobs.claim("runner", EXPIRED, LEASE).orElseThrow();

        assertThat(resumed.uuid()).isEqualTo(job.uuid());
        assertThat(resumed.status()).isEqualTo(JobStatus.Running);
        assertThat(resumed.leaseOwner()).contains("runner");
    }

    @Test
    void renewedLeaseLastsLonger() {
        install("alpha");
        JobLease job = claim("runner", NOON);

        assertThat(jobs.renew(job, EXPIRED.plus(LEASE))).isTrue();
        assertThat(jobs.claim("other", EXPIRED, LEASE)).isEmpty();
    }

    @Test
    void leaseIsHeldUntilItExpires() {
        install("alpha");
        JobLease job = claim("runner", NOON);

        assertThat(jobs.heldUntil(job, EXPIRED.minusNanos(1_000))).contains(EXPIRED);
        assertThat(jobs.heldUntil(job, EXPIRED)).isEmpty();
    }

    @Test
    void leaseThatWasRenewedIsHeldForLonger() {
        install("alpha");
        JobLease job = claim("runner", NOON);

        jobs.renew(job, EXPIRED.plus(LEASE));

        assertThat(jobs.heldUntil(job, EXPIRED)).contains(EXPIRED.plus(LEASE));
    }

    @Test
    void releasedJobIsTakenOverAtOnce() {
        install("alpha");
        JobLease job = claim("runner", NOON);

        assertThat(jobs.release(job)).isTrue();
        assertThat(claim("other", NOON)).isEqualTo(new JobLease(job.jobUuid(), "other", job.token() + 1));
    }

    @Test
    void stoppingJobIsClaimedAndRemainsStopping() {
        JobRecord job = install("alpha");
        jobs.requestStop(job.uuid(), NOON);

        assertThat(jobs.claim("runner", NOON, LEASE))
                .get()
                .extracting(JobRecord::status)
                .isEqualTo(JobStatus.Stopping);
    }

    @Test
    void endedJobIsNotClaimed() {
        install("alpha");
        jobs.finish(claim("runner", NOON), JobStatus.Success, ClusterStatus.Running, NOON);

        assertThat(jobs.claim("other", EXPIRED, LEASE)).isEmpty();
    }

    @Test
    void runnerThatLostItsLeaseWritesNothing() {
        install("alpha");
        JobLease slow = claim("slow", NOON);
        JobRecord takenOver = jobs.claim("runner", EXPIRED, LEASE).orElseThrow();

        assertThatNothingIsWritten(slow, takenOver);
    }

    @Test
    void runnerThatWasPausedWritesNothingAfterItsJobWasClaimedAgainUnderItsOwnName() {
        install("alpha");
        JobLease paused = claim("runner", NOON);
        JobRecord claimedAgain = jobs.claim("runner", EXPIRED, LEASE).orElseThrow();

        assertThatNothingIsWritten(paused, claimedAgain);
    }

    private void assertThatNothingIsWritten(JobLease lost, JobRecord job) {
        assertThat(jobs.renew(lost, EXPIRED)).isFalse();
        assertThat(jobs.write(lost, JobChange.at(EXPIRED).progress(JobProgress.NONE)))
                .isFalse();
        assertThat(jobs.write(lost, JobChange.at(EXPIRED).enter(JobPhase.WAITING)))
                .isFalse();
        assertThat(jobs.write(lost, event(EXPIRED, JobEventReason.STARTED, ""))).isFalse();
        assertThat(jobs.heldUntil(lost, EXPIRED)).isEmpty();
        assertThat(jobs.release(lost)).isFalse();
        assertThat(jobs.finish(lost, JobStatus.Failed, ClusterStatus.Failed, EXPIRED))
                .isFalse();

        assertThat(jobs.find(job.uuid())).contains(job);
        assertThat(jobs.events(job.uuid())).isEmpty();
        assertThat(clusters.find(job.clusterUuid()))
                .get()
                .extracting(ClusterRecord::status)
                .isEqualTo(ClusterStatus.Pending);
    }

    @Test
    void manyRunnersClaimEachJobOnce() throws Exception {
        List<String> accepted = IntStream.range(0, 200)
                .mapToObj(number -> install("c" + number).uuid())
                .toList();

        List<List<String>> carriedOut = together(8, this::carryOutAll);

        assertThat(carriedOut.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(jobs.list(RowPage.first(300))).extracting(JobRecord::status).containsOnly(JobStatus.Success);
    }

    /** What a runner does with everything it finds, with a name of its own. */
    private List<String> carryOutAll() {
        String runner = UUID.randomUUID().toString();
        List<String> carriedOut = new ArrayList<>();
        for (Optional<JobRecord> job = next(runner); job.isPresent(); job = next(runner)) {
            JobLease lease = job.flatMap(JobRecord::lease).orElseThrow();
            jobs.write(lease, event(NOON, JobEventReason.STARTED, ""));
            jobs.renew(lease, EXPIRED);
            if (jobs.finish(lease, JobStatus.Success, ClusterStatus.Running, NOON)) {
                carriedOut.add(lease.jobUuid());
            }
        }
        return carriedOut;
    }

    private Optional<JobRecord> next(String runner) {
        return jobs.claim(runner, NOON, LEASE);
    }
}
