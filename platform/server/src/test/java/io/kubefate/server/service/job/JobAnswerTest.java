package io.kubefate.server.service.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.api.SubJob;
import io.kubefate.api.Times;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.TestRows;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.job.FailurePolicy;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobState;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ModuleProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients see of a job. */
class JobAnswerTest {

    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant READY = START.plusSeconds(5);
    private static final Instant END = START.plusSeconds(60);

    @ParameterizedTest
    @CsvSource({"Running, Running", "Stopping, Running", "Failed, Failed", "Rollback, Failed", "Canceled, Canceled"})
    void aSubJobThatIsNotReadyEndsWithItsJob(JobStatus status, String expected) {
        Map<String, SubJob> subJobs = subJobs(status);

        assertThat(subJobs.get("mysql").status()).isEqualTo("Success");
        assertThat(subJobs.get("mysql").endTime()).isEqualTo(READY);
        assertThat(subJobs.get("python").status()).isEqualTo(expected);
        assertThat(subJobs.get("python").endTime()).isEqualTo(status.ended() ? END : Times.ZERO);
    }

    private static Map<String, SubJob> subJobs(JobStatus status) {
        ClusterRecord cluster = TestRows.cluster("party", "name: party", START);
        JobRecord accepted =
                TestRows.install(cluster, EnumSet.noneOf(PlanOption.class), FailurePolicy.KEEP, Duration.ofMinutes(1));
        JobState state = new JobState(
                status,
                status.ended() ? JobPhase.ENDED : JobPhase.WAITING,
                START,
                Optional.empty(),
                Optional.empty(),
                Optional.of(END).filter(end -> status.ended()));
        JobProgress progress = new JobProgress(
                List.of(
                        new ModuleProgress("mysql", true, "Running", Optional.of(READY)),
                        new ModuleProgress("python", false, "Waiting", Optional.empty())),
                List.of());
        JobRecord job = new JobRecord(1, accepted.definition(), state, progress, Optional.empty(), 1, accepted.times());
        return JobAnswer.of(job, List.of(), List.of(), END).subJobs();
    }
}
