package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(claimed.updatedAt()).isEqualTo(EXPIRED);
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
        JobRecord job = install("alpha");
        jobs.claim("runner", NOON, LEASE);

        assertThat(jobs.renew(job.uuid(), "runner", EXPIRED.plus(LEASE))).isTrue();
        assertThat(jobs.claim("other", EXPIRED, LEASE)).isEmpty();
    }

    @Test
    void releasedJobIsTakenOverAtOnce() {
        JobRecord job = install("alpha");
        jobs.claim("runner", NOON, LEASE);

        assertThat(jobs.release(job.uuid(), "runner")).isTrue();
        assertThat(jobs.claim("other", NOON, LEASE))
                .get()
                .extracting(JobRecord::uuid)
                .isEqualTo(job.uuid());
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
        JobRecord job = install("alpha");
        jobs.claim("runner", NOON, LEASE);
        jobs.finish(job.uuid(), "runner", JobStatus.Success, ClusterStatus.Running, NOON);

        assertThat(jobs.claim("other", EXPIRED, LEASE)).isEmpty();
    }

    @Test
    void runnerThatLostItsLeaseWritesNothing() {
        JobRecord job = install("alpha");
        jobs.claim("slow", NOON, LEASE);
        JobRecord takenOver = jobs.claim("runner", EXPIRED, LEASE).orElseThrow();

        assertThat(jobs.renew(job.uuid(), "slow", EXPIRED)).isFalse();
        assertThat(jobs.progress(job.uuid(), "slow", "{}", "[]", EXPIRED)).isFalse();
        assertThat(jobs.appendState(job.uuid(), "slow", EXPIRED, "late")).isFalse();
        assertThat(jobs.appendStateOnce(job.uuid(), "slow", EXPIRED, "late")).isFalse();
        assertThat(jobs.release(job.uuid(), "slow")).isFalse();
        assertThat(jobs.finish(job.uuid(), "slow", JobStatus.Failed, ClusterStatus.Failed, EXPIRED))
                .isFalse();

        assertThat(jobs.find(job.uuid())).contains(takenOver);
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
        assertThat(jobs.list()).extracting(JobRecord::status).containsOnly(JobStatus.Success);
    }

    /** What a runner does with everything it finds, with a name of its own. */
    private List<String> carryOutAll() {
        String runner = UUID.randomUUID().toString();
        List<String> carriedOut = new ArrayList<>();
        for (Optional<JobRecord> job = claim(runner); job.isPresent(); job = claim(runner)) {
            String uuid = job.orElseThrow().uuid();
            jobs.appendState(uuid, runner, NOON, "begun");
            jobs.renew(uuid, runner, EXPIRED);
            if (jobs.finish(uuid, runner, JobStatus.Success, ClusterStatus.Running, NOON)) {
                carriedOut.add(uuid);
            }
        }
        return carriedOut;
    }

    private Optional<JobRecord> claim(String runner) {
        return jobs.claim(runner, NOON, LEASE);
    }
}
