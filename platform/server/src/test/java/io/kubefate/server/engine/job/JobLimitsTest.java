package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobState;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ReturnCause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobLimitsTest {

    private static final Instant ACCEPTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration SHORT = Duration.ofSeconds(25);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORTEST_WAY_BACK = Duration.ofMinutes(5);

    @Test
    void theWayForwardEndsAtTheLimitOfTheJob() {
        assertThat(deadline(job(JobMethod.ClusterUpdate, SHORT))).isEqualTo(SHORT);
    }

    @Test
    void theWayBackOfAShortUpdateEndsFiveMinutesAfterTheDecision() {
        JobRecord returning = returning(job(JobMethod.ClusterUpdate, SHORT), ACCEPTED.plus(SHORT));

        assertThat(deadline(returning)).isEqualTo(SHORT.plus(SHORTEST_WAY_BACK));
    }

    @Test
    void theWayBackOfALongUpdateHasTheSameLimitAsTheUpdate() {
        JobRecord returning = returning(job(JobMethod.ClusterUpdate, LONG), ACCEPTED.plus(LONG));

        assertThat(deadline(returning)).isEqualTo(LONG.plus(LONG));
    }

    @Test
    void theRemovalOfAnInstallEndsFiveMinutesAfterTheDecision() {
        JobRecord returning = returning(job(JobMethod.ClusterInstall, LONG), ACCEPTED.plus(SHORT));

        assertThat(deadline(returning)).isEqualTo(SHORT.plus(SHORTEST_WAY_BACK));
    }

    @Test
    void nothingIsWaitedForLongerThanBothLimits() {
        JobLimits limits = new JobLimits(job(JobMethod.ClusterUpdate, SHORT));

        assertThat(limits.within(ACCEPTED.plus(LONG)))
                .isEqualTo(ACCEPTED.plus(SHORT).plus(SHORTEST_WAY_BACK));
        assertThat(limits.within(ACCEPTED.plus(SHORT))).isEqualTo(ACCEPTED.plus(SHORT));
    }

    /** {@return the deadline as a time since the job was accepted} */
    private static Duration deadline(JobRecord job) {
        return Duration.between(ACCEPTED, new JobLimits(job).deadline());
    }

    private static JobRecord job(JobMethod method, Duration limit) {
        ClusterRecord cluster = TestRows.cluster("demo", "name: demo", ACCEPTED);
        JobRequest request = JobRequest.change(TestRows.requested(cluster), Set.of(), FailurePolicy.RETURN);
        return JobRecord.pending(TestRows.job(cluster.uuid(), 2, method, request, limit), ACCEPTED);
    }

    private static JobRecord returning(JobRecord job, Instant since) {
        JobState state = new JobState(
                JobStatus.Running,
                JobPhase.RETURNING,
                since,
                Optional.of(ReturnCause.FAILED),
                Optional.of(since),
                Optional.empty());
        return new JobRecord(
                job.id(), job.definition(), state, job.progress(), job.leaseOwner(), job.leaseToken(), job.times());
    }
}
