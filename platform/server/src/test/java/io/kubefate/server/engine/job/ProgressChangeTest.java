package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.health.Reason;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.StoredProblem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressChangeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void aNewProblemIsOpened() {
        ProgressChange change = change(JobProgress.NONE, NOON, pull("Pod/a", "no image"));

        assertThat(change.opened()).containsExactly(problem("Pod/a", "no image", NOON, Optional.empty()));
        assertThat(change.next().open()).isEqualTo(change.opened());
    }

    @Test
    void otherDetailsAreTheSameProblem() {
        JobProgress before =
                change(JobProgress.NONE, NOON, pull("Pod/a", "no image")).next();

        ProgressChange change = change(before, LATER, pull("Pod/b", "no image at all"));

        assertThat(change.opened()).isEmpty();
        assertThat(change.resolved()).isEmpty();
        assertThat(change.next().open()).containsExactly(problem("Pod/b", "no image at all", NOON, Optional.empty()));
    }

    @Test
    void aProblemThatIsGoneIsResolved() {
        JobProgress before =
                change(JobProgress.NONE, NOON, pull("Pod/a", "no image")).next();

        ProgressChange change = change(before, LATER);

        assertThat(change.resolved()).containsExactly(problem("Pod/a", "no image", NOON, Optional.of(LATER)));
        assertThat(change.next().open()).isEmpty();
        assertThat(change.next().resolved()).isEqualTo(change.resolved());
    }

    @Test
    void startingIsAReasonButNoProblem() {
        Reason starting = new Reason("mysql", Reason.Code.STARTING, "Pod/a", "pulling");
        ProgressChange change = change(JobProgress.NONE, NOON, starting);

        assertThat(change.opened()).isEmpty();
        assertThat(change.next().open()).hasSize(1);
        assertThat(change(change.next(), LATER).next().problems()).isEmpty();
    }

    @Test
    void onlyTheNewestResolvedProblemsAreKept() {
        JobProgress progress = JobProgress.NONE;
        for (int second = 0; second < 100; second++) {
            progress = change(progress, NOON.plusSeconds(second), pull("Pod/a", "no image"))
                    .next();
            progress = change(progress, NOON.plusSeconds(second)).next();
        }

        assertThat(progress.resolved())
                .hasSize(20)
                .last()
                .extracting(StoredProblem::since)
                .isEqualTo(NOON.plusSeconds(99));
    }

    private static ProgressChange change(JobProgress before, Instant at, Reason... reasons) {
        return ProgressChange.of(before, List.of(reasons), at);
    }

    private static Reason pull(String object, String message) {
        return new Reason("mysql", Reason.Code.IMAGE_PULL, object, message);
    }

    private static StoredProblem problem(String object, String message, Instant since, Optional<Instant> resolvedAt) {
        return new StoredProblem("mysql", "IMAGE_PULL", object, message, since, resolvedAt);
    }
}
