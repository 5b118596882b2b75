package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.server.store.check.CheckOutcome;
import io.kubefate.server.store.check.CheckRecord;
import io.kubefate.server.store.check.StoredCheckResult;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.EventDetails;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobEvent;
import io.kubefate.server.store.job.JobEventReason;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobProgress;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobState;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.JobVersion;
import io.kubefate.server.store.job.ModuleProgress;
import io.kubefate.server.store.job.ReturnCause;
import io.kubefate.server.store.job.StoredProblem;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.row.RowPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens to one job, seen from its runner and from users. */
abstract class JobStoreContract extends StoreContract {

    private static final Instant LATER = NOON.plusSeconds(5);

    JobStoreContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void jobsAreListedNewestFirstByPages() {
        JobRecord first = install("beta");
        JobRecord second = install("alpha");

        assertThat(jobs.list(RowPage.first(10))).containsExactly(second, first);
        assertThat(jobs.list(RowPage.first(1))).containsExactly(second);
        assertThat(jobs.list(new RowPage(10, second.id()))).containsExactly(first);
    }

    @Test
    void unknownJobIsEmpty() {
        assertThat(jobs.find("none")).isEmpty();
        assertThat(jobs.events("none")).isEmpty();
    }

    @Test
    void everyChangeGivesAnotherVersion() {
        JobLease job = claimed("alpha");
        install("beta");
        List<JobVersion> versions = new ArrayList<>(versions(job));
        jobs.write(job, event(NOON, JobEventReason.STARTED, ""));
        versions.addAll(versions(job));
        jobs.write(job, JobChange.at(LATER).progress(JobProgress.NONE));
        versions.addAll(versions(job));

        assertThat(versions)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(JobVersion.of(find(job), jobs.events(job.jobUuid()).size()));
    }

    @Test
    void anEventOfALaterReleaseIsLeftOut() {
        install("alpha");
        JobLease job = claim("runner", NOON);
        jobs.write(job, event(NOON, JobEventReason.STARTED, ""));
        jdbi.useHandle(handle -> handle.execute(
                "insert into job_event (job_uuid, at, reason, object, occurrence, details) values (?, ?, 'LATER', '', 0, '{}')",
                job.jobUuid(),
                NOON));

        assertThat(jobs.events(job.jobUuid())).extracting(JobEvent::reason).containsExactly(JobEventReason.STARTED);
        assertThat(jobs.events(List.of(find(job))).get(job.jobUuid())).hasSize(1);
        assertThat(jobs.versions(List.of(job.jobUuid()))).containsExactly(JobVersion.of(find(job), 1));
    }

    @Test
    void aCheckLeavesItsClusterAndItsHistory() {
        ClusterRecord cluster = installed("alpha");
        JobRecord check =
                clusters.acceptCheck(job(cluster, JobMethod.ClusterCheck).withRevision(0), RequestConditions.NONE);
        JobLease lease = claim("runner", NOON);

        assertThat(jobs.checks().put(new JobLease(check.uuid(), "other", lease.token()), 0, result("a")))
                .isFalse();
        jobs.checks().put(lease, 1, result("old"));
        jobs.checks().put(lease, 0, result("a"));
        jobs.checks().put(lease, 1, result("b"));
        boolean ended = jobs.finish(lease, JobStatus.Failed, LATER);

        assertThat(ended).isTrue();
        assertThat(jobs.checks().of(find(lease)))
                .containsExactly(
                        new CheckRecord(check.uuid(), 0, result("a")), new CheckRecord(check.uuid(), 1, result("b")));
        assertThat(clusters.find(cluster.uuid())).hasValue(cluster);
        assertThat(clusters.history(cluster.uuid())).hasSize(1);
    }

    @Test
    void aCheckCanBeStopped() {
        JobRecord check = clusters.acceptCheck(job(installed("alpha"), JobMethod.ClusterCheck), RequestConditions.NONE);

        assertThat(jobs.requestStop(check.uuid(), NOON)).isTrue();
    }

    @Test
    void onlyJobsInTheListHaveAVersion() {
        JobLease job = claimed("alpha");
        jobs.finish(job, JobStatus.Success, ClusterStatus.Running, NOON);
        jobs.remove(job.jobUuid(), LATER);

        assertThat(jobs.versions(List.of(job.jobUuid(), "none"))).isEmpty();
    }

    @Test
    void endedJobIsRemovedFromTheList() {
        JobLease job = claimed("alpha");
        jobs.finish(job, JobStatus.Success, ClusterStatus.Running, NOON);

        assertThat(jobs.remove(job.jobUuid(), LATER)).isTrue();
        assertThat(jobs.list(RowPage.first(10))).isEmpty();
        assertThat(jobs.find(job.jobUuid())).isEmpty();
        assertThat(jobs.remove(job.jobUuid(), LATER)).isFalse();
    }

    @Test
    void removedJobStopsAndStaysInTheListUntilItHasEnded() {
        JobLease job = claimed("alpha");

        assertThat(jobs.remove(job.jobUuid(), LATER)).isTrue();
        assertThat(jobs.list(RowPage.first(10))).extracting(JobRecord::status).containsExactly(JobStatus.Stopping);
        assertThat(jobs.versions(List.of(job.jobUuid()))).hasSize(1);

        assertThat(jobs.finish(job, JobStatus.Canceled, ClusterStatus.Deleted, LATER))
                .isTrue();
        assertThat(jobs.list(RowPage.first(10))).isEmpty();
        assertThat(clusters.list(false)).isEmpty();
    }

    @Test
    void jobOfAClusterIsClaimedWhenTheOlderOneHasEnded() {
        JobLease install = claimed("alpha");
        JobRecord running = jobs.find(install.jobUuid()).orElseThrow();
        JobRecord delete = clusters.acceptDelete(
                job(clusters.find(running.clusterUuid()).orElseThrow(), JobMethod.ClusterDelete),
                RequestConditions.NONE);

        assertThat(jobs.claim("other", NOON, LEASE)).isEmpty();
        assertThat(jobs.isFollowed(running)).isTrue();

        jobs.finish(install, JobStatus.Canceled, ClusterStatus.Deleted, NOON);
        assertThat(clusters.find(running.clusterUuid()).orElseThrow().status()).isEqualTo(ClusterStatus.Deleting);
        assertThat(jobs.claim("other", NOON, LEASE)).map(JobRecord::uuid).contains(delete.uuid());
    }

    @Test
    void pendingInstallCanBeStopped() {
        JobRecord job = install("alpha");

        assertThat(jobs.requestStop(job.uuid(), LATER)).isTrue();
        assertThat(find(job).status()).isEqualTo(JobStatus.Stopping);
        assertThat(find(job).times().updatedAt()).isEqualTo(LATER);
    }

    @Test
    void runningInstallCanBeStoppedOnce() {
        JobLease job = claimed("alpha");

        assertThat(jobs.requestStop(job.jobUuid(), LATER)).isTrue();
        assertThat(jobs.requestStop(job.jobUuid(), LATER)).isFalse();
        assertThat(find(job).leaseOwner()).contains("runner");
    }

    @Test
    void deleteCannotBeStopped() {
        JobRecord job = clusters.acceptDelete(job(installed("alpha"), JobMethod.ClusterDelete), RequestConditions.NONE);

        assertThat(jobs.requestStop(job.uuid(), LATER)).isFalse();
        assertThat(find(job).status()).isEqualTo(JobStatus.Pending);
    }

    @Test
    void endedInstallCannotBeStopped() {
        JobLease job = claimed("alpha");
        jobs.finish(job, JobStatus.Failed, ClusterStatus.Failed, NOON);

        assertThat(jobs.requestStop(job.jobUuid(), LATER)).isFalse();
        assertThat(find(job).status()).isEqualTo(JobStatus.Failed);
    }

    @Test
    void progressReplacesWhatIsShown() {
        JobLease job = claimed("alpha");
        JobProgress first = progress("mysql");
        JobProgress second = progress("😀");

        assertThat(jobs.write(job, JobChange.at(NOON).progress(first))).isTrue();
        assertThat(jobs.write(job, JobChange.at(LATER).progress(second))).isTrue();

        assertThat(find(job).progress()).isEqualTo(second);
        assertThat(find(job).times().updatedAt()).isEqualTo(LATER);
    }

    @Test
    void phasesAndTheDecisionToReturnAreStoredWithTheirTimes() {
        JobLease job = claimed("alpha");

        jobs.write(job, JobChange.at(NOON).enter(JobPhase.WAITING));
        jobs.write(job, JobChange.at(LATER).goBack(ReturnCause.STOPPED));
        jobs.write(job, JobChange.at(LATER.plusSeconds(1)).enter(JobPhase.WAITING_RETURNED));

        assertThat(find(job).state())
                .isEqualTo(new JobState(
                        JobStatus.Running,
                        JobPhase.WAITING_RETURNED,
                        LATER.plusSeconds(1),
                        Optional.of(ReturnCause.STOPPED),
                        Optional.of(LATER),
                        Optional.empty()));
    }

    @Test
    void eventsComeOldestFirst() {
        JobLease job = claimed("alpha");
        EventDetails details =
                EventDetails.of("message", "😀").with("seconds", 3).with("images", List.of("a", "b"));

        jobs.write(job, event(LATER, JobEventReason.STARTED, ""));
        jobs.write(job, JobChange.at(NOON).event(JobEventReason.MODULE_TROUBLE, "mysql", details));

        assertThat(jobs.events(job.jobUuid()))
                .containsExactly(
                        new JobEvent(LATER, JobEventReason.STARTED, "", 0, EventDetails.NONE),
                        new JobEvent(NOON, JobEventReason.MODULE_TROUBLE, "mysql", 0, details));
    }

    @Test
    void anEventIsStoredOnceForReasonObjectAndOccurrence() {
        JobLease job = claimed("alpha");
        JobLease other = claimed("beta");
        JobEvent second = new JobEvent(LATER, JobEventReason.APPLIED, "1", 1, EventDetails.NONE);
        jobs.write(job, event(NOON, JobEventReason.APPLIED, "1"));
        jobs.write(job, event(LATER, JobEventReason.APPLIED, "1"));
        jobs.write(job, event(LATER, JobEventReason.APPLIED, "2"));
        jobs.write(job, JobChange.at(LATER).event(second).event(second));
        jobs.write(other, event(LATER, JobEventReason.APPLIED, "1"));

        assertThat(jobs.events(job.jobUuid()))
                .extracting(JobEvent::object, JobEvent::occurrence, JobEvent::at)
                .containsExactly(tuple("1", 0, NOON), tuple("2", 0, LATER), tuple("1", 1, LATER));
        assertThat(jobs.events(List.of(find(job), find(other))).get(other.jobUuid()))
                .hasSize(1);
    }

    @Test
    void successfulInstallGivesTheClusterItsRevision() {
        JobLease job = claimed("alpha");

        assertThat(jobs.finish(job, JobStatus.Success, ClusterStatus.Running, LATER))
                .isTrue();

        assertThat(find(job).status()).isEqualTo(JobStatus.Success);
        assertThat(find(job).state().endedAt()).contains(LATER);
        assertThat(find(job).state().phase()).isEqualTo(JobPhase.ENDED);
        assertThat(find(job).leaseOwner()).isEmpty();
        assertThat(clusters.find(find(job).clusterUuid())).get().satisfies(cluster -> {
            assertThat(cluster.status()).isEqualTo(ClusterStatus.Running);
            assertThat(cluster.revision()).isEqualTo(1);
            assertThat(cluster.times().updatedAt()).isEqualTo(LATER);
        });
    }

    @Test
    void failedInstallLeavesTheRevision() {
        JobLease job = claimed("alpha");

        assertThat(jobs.finish(job, JobStatus.Failed, ClusterStatus.Failed, LATER))
                .isTrue();

        assertThat(find(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(clusters.find(find(job).clusterUuid())).get().satisfies(cluster -> {
            assertThat(cluster.status()).isEqualTo(ClusterStatus.Failed);
            assertThat(cluster.revision()).isZero();
        });
    }

    @Test
    void endedJobIsNotWrittenAgain() {
        JobLease job = claimed("alpha");
        jobs.finish(job, JobStatus.Failed, ClusterStatus.Failed, NOON);
        JobRecord ended = find(job);

        assertThat(jobs.finish(job, JobStatus.Success, ClusterStatus.Running, LATER))
                .isFalse();
        assertThat(jobs.renew(job, LATER)).isFalse();
        assertThat(jobs.write(job, event(LATER, JobEventReason.STARTED, ""))).isFalse();

        assertThat(find(job)).isEqualTo(ended);
        assertThat(jobs.events(job.jobUuid())).isEmpty();
    }

    @Test
    void unfinishedStatusIsNoEnd() {
        JobLease job = claimed("alpha");

        assertThatThrownBy(() -> jobs.finish(job, JobStatus.Running, ClusterStatus.Running, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Running");
    }

    private JobLease claimed(String name) {
        install(name);
        return claim("runner", NOON);
    }

    private JobRecord find(JobLease job) {
        return jobs.find(job.jobUuid()).orElseThrow();
    }

    private JobRecord find(JobRecord job) {
        return jobs.find(job.uuid()).orElseThrow();
    }

    private List<JobVersion> versions(JobLease job) {
        return jobs.versions(List.of(job.jobUuid()));
    }

    private static JobProgress progress(String module) {
        return new JobProgress(
                List.of(new ModuleProgress(module, true, "Running", Optional.of(LATER))),
                List.of(new StoredProblem(module, "IMAGE_PULL", "Pod/a", "none", NOON, Optional.empty())));
    }

    private static StoredCheckResult result(String name) {
        return new StoredCheckResult(name, "mysql", CheckOutcome.PASSED, "", "", Optional.of(0), "");
    }
}
