package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens to one job, seen from its runner and from users. */
abstract class JobStoreContract extends StoreContract {

    private static final Instant LATER = NOON.plusSeconds(5);

    JobStoreContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void jobsAreListedOldestFirst() {
        JobRecord first = install("beta");
        JobRecord second = install("alpha");

        assertThat(jobs.list()).containsExactly(first, second);
    }

    @Test
    void unknownJobIsEmpty() {
        assertThat(jobs.find("none")).isEmpty();
        assertThat(jobs.events("none")).isEmpty();
    }

    @Test
    void everyChangeGivesAnotherVersion() {
        JobRecord job = claimed("alpha");
        install("beta");
        List<JobVersion> versions = new ArrayList<>(jobs.versions(List.of(job.uuid())));
        jobs.appendState(job.uuid(), "runner", NOON, "begun");
        versions.addAll(jobs.versions(List.of(job.uuid())));
        jobs.progress(job.uuid(), "runner", "{}", "", LATER);
        versions.addAll(jobs.versions(List.of(job.uuid())));

        assertThat(versions)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo(JobVersion.of(find(job), jobs.events(job.uuid())));
    }

    @Test
    void aCheckLeavesItsClusterAndItsHistory() {
        ClusterRecord cluster = installed("alpha");
        JobRecord check =
                clusters.acceptCheck(job(cluster, JobMethod.ClusterCheck).withRevision(0));
        jobs.claim("runner", NOON, LEASE);

        assertThat(jobs.checks().put(check.uuid(), "other", new CheckRecord(0, "{}")))
                .isFalse();
        jobs.checks().put(check.uuid(), "runner", new CheckRecord(1, "{}"));
        jobs.checks().put(check.uuid(), "runner", new CheckRecord(0, "{}"));
        jobs.checks().put(check.uuid(), "runner", new CheckRecord(1, "[]"));
        boolean ended = jobs.finish(check.uuid(), "runner", JobStatus.Failed, LATER);

        assertThat(ended).isTrue();
        assertThat(jobs.checks().of(find(check))).containsExactly(new CheckRecord(0, "{}"), new CheckRecord(1, "[]"));
        assertThat(clusters.find(cluster.uuid())).hasValue(cluster);
        assertThat(clusters.history(cluster.uuid())).hasSize(1);
    }

    @Test
    void aCheckCanBeStopped() {
        JobRecord check = clusters.acceptCheck(job(installed("alpha"), JobMethod.ClusterCheck));

        assertThat(jobs.requestStop(check.uuid(), NOON)).isTrue();
    }

    @Test
    void onlyJobsInTheListHaveAVersion() {
        JobRecord job = claimed("alpha");
        jobs.finish(job.uuid(), "runner", JobStatus.Success, ClusterStatus.Running, NOON);
        jobs.softDelete(job.uuid(), LATER);

        assertThat(jobs.versions(List.of(job.uuid(), "none"))).isEmpty();
    }

    @Test
    void endedJobIsRemovedFromTheList() {
        JobRecord job = claimed("alpha");
        jobs.finish(job.uuid(), "runner", JobStatus.Success, ClusterStatus.Running, NOON);

        assertThat(jobs.softDelete(job.uuid(), LATER)).isTrue();
        assertThat(jobs.list()).isEmpty();
        assertThat(jobs.find(job.uuid())).isEmpty();
        assertThat(jobs.softDelete(job.uuid(), LATER)).isFalse();
    }

    @Test
    void unfinishedJobStaysInTheList() {
        JobRecord job = claimed("alpha");

        assertThat(jobs.softDelete(job.uuid(), LATER)).isFalse();
        assertThat(jobs.list()).hasSize(1);
    }

    @Test
    void pendingInstallCanBeStopped() {
        JobRecord job = install("alpha");

        assertThat(jobs.requestStop(job.uuid(), LATER)).isTrue();
        assertThat(find(job).status()).isEqualTo(JobStatus.Stopping);
        assertThat(find(job).updatedAt()).isEqualTo(LATER);
    }

    @Test
    void runningInstallCanBeStoppedOnce() {
        JobRecord job = claimed("alpha");

        assertThat(jobs.requestStop(job.uuid(), LATER)).isTrue();
        assertThat(jobs.requestStop(job.uuid(), LATER)).isFalse();
        assertThat(find(job).leaseOwner()).contains("runner");
    }

    @Test
    void deleteCannotBeStopped() {
        JobRecord job = clusters.acceptDelete(job(installed("alpha"), JobMethod.ClusterDelete));

        assertThat(jobs.requestStop(job.uuid(), LATER)).isFalse();
        assertThat(find(job).status()).isEqualTo(JobStatus.Pending);
    }

    @Test
    void endedInstallCannotBeStopped() {
        JobRecord job = claimed("alpha");
        jobs.finish(job.uuid(), "runner", JobStatus.Failed, ClusterStatus.Failed, NOON);

        assertThat(jobs.requestStop(job.uuid(), LATER)).isFalse();
        assertThat(find(job).status()).isEqualTo(JobStatus.Failed);
    }

    @Test
    void progressReplacesWhatIsShown() {
        JobRecord job = claimed("alpha");

        assertThat(jobs.progress(job.uuid(), "runner", "{\"mysql\":1}", "[]", NOON))
                .isTrue();
        assertThat(jobs.progress(job.uuid(), "runner", "{\"mysql\":2}", "[\"😀\"]", LATER))
                .isTrue();

        assertThat(find(job).subJobs()).isEqualTo("{\"mysql\":2}");
        assertThat(find(job).reasons()).isEqualTo("[\"😀\"]");
        assertThat(find(job).updatedAt()).isEqualTo(LATER);
    }

    @Test
    void eventsComeOldestFirst() {
        JobRecord job = claimed("alpha");

        assertThat(jobs.appendState(job.uuid(), "runner", LATER, "b")).isTrue();
        assertThat(jobs.appendState(job.uuid(), "runner", NOON, "a 😀")).isTrue();

        assertThat(jobs.events(job.uuid())).containsExactly(new JobEvent(LATER, "b"), new JobEvent(NOON, "a 😀"));
    }

    @Test
    void eventIsNotRepeatedDirectly() {
        JobRecord job = claimed("alpha");

        assertThat(jobs.appendState(job.uuid(), "runner", NOON, "a")).isTrue();
        assertThat(jobs.appendState(job.uuid(), "runner", NOON, "a")).isFalse();
        assertThat(jobs.appendState(job.uuid(), "runner", NOON, "b")).isTrue();
        assertThat(jobs.appendState(job.uuid(), "runner", NOON, "a")).isTrue();

        assertThat(jobs.events(job.uuid())).extracting(JobEvent::message).containsExactly("a", "b", "a");
    }

    @Test
    void eventOfAStepIsNotRepeatedAtAll() {
        JobRecord job = claimed("alpha");
        JobRecord other = claimed("beta");
        jobs.appendStateOnce(job.uuid(), "runner", NOON, "a");
        jobs.appendStateOnce(job.uuid(), "runner", NOON, "b");

        assertThat(jobs.appendStateOnce(job.uuid(), "runner", LATER, "a")).isFalse();
        assertThat(jobs.appendStateOnce(job.uuid(), "runner", LATER, "A")).isTrue();
        assertThat(jobs.appendStateOnce(other.uuid(), "runner", LATER, "a")).isTrue();

        assertThat(jobs.events(job.uuid())).extracting(JobEvent::message).containsExactly("a", "b", "A");
    }

    @Test
    void successfulInstallGivesTheClusterItsRevision() {
        JobRecord job = claimed("alpha");

        assertThat(jobs.finish(job.uuid(), "runner", JobStatus.Success, ClusterStatus.Running, LATER))
                .isTrue();

        assertThat(find(job).status()).isEqualTo(JobStatus.Success);
        assertThat(find(job).endedAt()).contains(LATER);
        assertThat(find(job).leaseOwner()).isEmpty();
        assertThat(clusters.find(job.clusterUuid())).get().satisfies(cluster -> {
            assertThat(cluster.status()).isEqualTo(ClusterStatus.Running);
            assertThat(cluster.revision()).isEqualTo(1);
            assertThat(cluster.updatedAt()).isEqualTo(LATER);
        });
    }

    @Test
    void failedInstallLeavesTheRevision() {
        JobRecord job = claimed("alpha");

        assertThat(jobs.finish(job.uuid(), "runner", JobStatus.Failed, ClusterStatus.Failed, LATER))
                .isTrue();

        assertThat(find(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(clusters.find(job.clusterUuid())).get().satisfies(cluster -> {
            assertThat(cluster.status()).isEqualTo(ClusterStatus.Failed);
            assertThat(cluster.revision()).isZero();
        });
    }

    @Test
    void endedJobIsNotWrittenAgain() {
        JobRecord job = claimed("alpha");
        jobs.finish(job.uuid(), "runner", JobStatus.Failed, ClusterStatus.Failed, NOON);
        JobRecord ended = find(job);

        assertThat(jobs.finish(job.uuid(), "runner", JobStatus.Success, ClusterStatus.Running, LATER))
                .isFalse();
        assertThat(jobs.renew(job.uuid(), "runner", LATER)).isFalse();
        assertThat(jobs.appendState(job.uuid(), "runner", LATER, "late")).isFalse();

        assertThat(find(job)).isEqualTo(ended);
        assertThat(jobs.events(job.uuid())).isEmpty();
    }

    @Test
    void unfinishedStatusIsNoEnd() {
        JobRecord job = claimed("alpha");

        assertThatThrownBy(() -> jobs.finish(job.uuid(), "runner", JobStatus.Running, ClusterStatus.Running, NOON))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Running");
    }

    private JobRecord claimed(String name) {
        install(name);
        return jobs.claim("runner", NOON, LEASE).orElseThrow();
    }

    private JobRecord find(JobRecord job) {
        return jobs.find(job.uuid()).orElseThrow();
    }
}
