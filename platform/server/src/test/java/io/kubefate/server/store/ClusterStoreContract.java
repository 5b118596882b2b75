package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.RevisionOrigin;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.server.store.job.HistoryRecord;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobRequest;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.row.RowPage;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.server.store.step.StepStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

abstract class ClusterStoreContract extends StoreContract {

    private static final Instant LATER = NOON.plusSeconds(60);
    private static final RevisionOrigin SPARK =
            new RevisionOrigin("p@2", new StoredRelease("fate", "v1.6.0", "spark"), 1);

    ClusterStoreContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void acceptedInstallStoresClusterRevisionAndJob() {
        ClusterRecord cluster = cluster("alpha");
        JobRecord job = job(cluster, JobMethod.ClusterInstall);

        JobRecord accepted = clusters.acceptInstall(cluster, revision(cluster), job, RequestConditions.NONE);

        assertThat(accepted).usingRecursiveComparison().ignoringFields("id").isEqualTo(job);
        assertThat(accepted.id()).isPositive();
        assertThat(jobs.find(job.uuid())).contains(accepted);
        assertThat(clusters.find(cluster.uuid()))
                .get()
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(cluster);
        assertThat(clusters.revision(cluster.uuid(), 1)).contains(revision(cluster));
    }

    @Test
    void secondClusterOfTheSameNameAndNamespaceIsRefusedAndLeavesNothing() {
        install("alpha");

        assertThatThrownBy(() -> install("alpha"))
                .isInstanceOf(KubefateException.class)
                .hasMessage("name=alpha & namespace=fate-9999 Cluster already existed")
                .extracting(e -> ((KubefateException) e).code())
                .isEqualTo(ErrorCode.ALREADY_EXISTS);
        assertThat(clusters.list(true)).hasSize(1);
        assertThat(jobs.list(RowPage.first(10))).hasSize(1);
    }

    @Test
    void failureOfTheJobsInsertLeavesNoCluster() {
        JobRecord first = install("alpha");
        ClusterRecord second = cluster("beta");

        assertThatThrownBy(() -> clusters.acceptInstall(second, revision(second), first, RequestConditions.NONE))
                .isInstanceOf(JdbiException.class);
        assertThat(clusters.find(second.uuid())).isEmpty();
        assertThat(clusters.revisions(second.uuid(), 0)).isEmpty();
    }

    @Test
    void oneOfSeveralRacingInstallsOfANameWins() throws Exception {
        Callable<Optional<ErrorCode>> race = () -> {
            try {
                install("alpha");
                return Optional.empty();
            } catch (KubefateException e) {
                return Optional.of(e.code());
            }
        };

        assertThat(together(8, race))
                .containsOnly(Optional.empty(), Optional.of(ErrorCode.ALREADY_EXISTS))
                .containsOnlyOnce(Optional.empty());
        assertThat(clusters.list(false)).hasSize(1);
    }

    @Test
    void nameIsFreeAgainAfterDelete() {
        ClusterRecord first = installed("alpha");
        delete(first);

        install("alpha");

        assertThat(clusters.list(true))
                .extracting(ClusterRecord::status)
                .containsExactly(ClusterStatus.Deleted, ClusterStatus.Pending);
        assertThat(clusters.list(false)).extracting(ClusterRecord::status).containsExactly(ClusterStatus.Pending);
    }

    @Test
    void deletedClusterIsNotFoundButItsRevisionIs() {
        ClusterRecord cluster = installed("alpha");
        delete(cluster);

        assertThat(clusters.find(cluster.uuid())).isEmpty();
        assertThat(clusters.list(true)).first().satisfies(deleted -> {
            assertThat(deleted.times().deletedAt()).contains(LATER);
            assertThat(deleted.times().updatedAt()).isEqualTo(LATER);
        });
        assertThat(clusters.revisions(cluster.uuid(), 0)).isNotEmpty();
    }

    @Test
    void acceptedDeleteSetsTheClusterToDeleting() {
        ClusterRecord cluster = installed("alpha");
        JobRecord job = job(cluster, JobMethod.ClusterDelete);

        JobRecord accepted = clusters.acceptDelete(job, RequestConditions.NONE);

        assertThat(accepted).usingRecursiveComparison().ignoringFields("id").isEqualTo(job);
        assertThat(status(cluster)).isEqualTo(ClusterStatus.Deleting);
    }

    @Test
    void acceptedDeleteStopsTheInstall() {
        ClusterRecord cluster = cluster("alpha");
        JobRecord install = install(cluster);

        clusters.acceptDelete(job(cluster, JobMethod.ClusterDelete), RequestConditions.NONE);

        assertThat(jobs.find(install.uuid()).orElseThrow().status()).isEqualTo(JobStatus.Stopping);
        assertThat(status(cluster)).isEqualTo(ClusterStatus.Deleting);
    }

    @Test
    void repeatedDeleteIsTheSameJob() {
        ClusterRecord cluster = installed("alpha");
        JobRecord first = clusters.acceptDelete(job(cluster, JobMethod.ClusterDelete), RequestConditions.NONE);

        assertThat(clusters.acceptDelete(job(cluster, JobMethod.ClusterDelete), RequestConditions.NONE)
                        .uuid())
                .isEqualTo(first.uuid());
        assertThat(jobs.list(RowPage.first(10)))
                .filteredOn(job -> job.method() == JobMethod.ClusterDelete)
                .hasSize(1);
    }

    @Test
    void deleteWithOtherOptionsIsRefusedWhileOneRuns() {
        ClusterRecord cluster = installed("alpha");
        JobRecord first = clusters.acceptDelete(job(cluster, JobMethod.ClusterDelete), RequestConditions.NONE);
        JobRequest purge = JobRequest.delete(Set.of(PlanOption.PURGE));
        JobRecord other = JobRecord.pending(
                TestRows.job(cluster.uuid(), 1, JobMethod.ClusterDelete, purge, Duration.ofHours(1)), NOON);

        assertThatThrownBy(() -> clusters.acceptDelete(other, RequestConditions.NONE))
                .isInstanceOf(KubefateException.class)
                .hasMessageContaining(first.uuid())
                .extracting(e -> ((KubefateException) e).code())
                .isEqualTo(ErrorCode.JOB_ACTIVE);
    }

    @Test
    void racingDeletesAreOneJob() throws Exception {
        ClusterRecord cluster = installed("alpha");

        assertThat(new HashSet<>(together(
                        8,
                        () -> clusters.acceptDelete(job(cluster, JobMethod.ClusterDelete), RequestConditions.NONE)
                                .uuid())))
                .hasSize(1);
    }

    @Test
    void deleteOfAnUnknownClusterIsNotFound() {
        assertThatThrownBy(() ->
                        clusters.acceptDelete(job(cluster("alpha"), JobMethod.ClusterDelete), RequestConditions.NONE))
                .isInstanceOf(KubefateException.class)
                .hasMessage("record not found")
                .extracting(e -> ((KubefateException) e).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(jobs.list(RowPage.first(10))).isEmpty();
    }

    @Test
    void statusChangesFromTheExpectedOneOnly() {
        ClusterRecord cluster = installed("alpha");

        assertThat(clusters.updateStatus(cluster.uuid(), ClusterStatus.Running, ClusterStatus.Unavailable, LATER))
                .isTrue();
        assertThat(clusters.updateStatus(cluster.uuid(), ClusterStatus.Running, ClusterStatus.Failed, LATER))
                .isFalse();
        assertThat(status(cluster)).isEqualTo(ClusterStatus.Unavailable);
    }

    @Test
    void clustersAreListedInTheOrderOfTheirAcceptance() {
        install("beta");
        install("alpha");

        assertThat(clusters.list(false)).extracting(ClusterRecord::name).containsExactly("beta", "alpha");
    }

    @Test
    void clustersAreListedByPages() {
        install("beta");
        install("alpha");
        ClusterRecord newest = clusters.list(false, RowPage.first(1)).get(0);

        assertThat(newest.name()).isEqualTo("alpha");
        assertThat(clusters.list(false, new RowPage(5, newest.id())))
                .extracting(ClusterRecord::name)
                .containsExactly("beta");
    }

    @Test
    void unknownRevisionIsEmpty() {
        ClusterRecord cluster = installed("alpha");

        assertThat(clusters.revision(cluster.uuid(), 2)).isEmpty();
    }

    @Test
    void specOfOneMebibyteWithEveryKindOfCharacterComesBack() {
        String spec = "名前: 🦄 'it''s' \\ \"ü\"\n\t%_?:x\n".repeat(40_000).substring(0, 1 << 20);

        ClusterRecord cluster = cluster("alpha", spec);
        install(cluster);

        assertThat(clusters.find(cluster.uuid()).orElseThrow().spec().value()).isEqualTo(spec);
        assertThat(clusters.revision(cluster.uuid(), 1).orElseThrow().spec().value())
                .isEqualTo(spec);
    }

    private void delete(ClusterRecord cluster) {
        clusters.acceptDelete(job(cluster, JobMethod.ClusterDelete), RequestConditions.NONE);
        jobs.finish(claim("deleter", NOON), JobStatus.Success, ClusterStatus.Deleted, LATER);
    }

    private ClusterStatus status(ClusterRecord cluster) {
        return clusters.find(cluster.uuid()).orElseThrow().status();
    }

    @Test
    void acceptedUpdateStoresTheNextRevisionAndItsJob() {
        ClusterRecord cluster = installed("alpha");

        JobRecord job = update(cluster, "name: alpha2");

        assertThat(job.revision()).isEqualTo(2);
        assertThat(clusters.find(cluster.uuid()))
                .get()
                .extracting(
                        ClusterRecord::status,
                        ClusterRecord::revision,
                        row -> row.spec().value())
                .containsExactly(ClusterStatus.Updating, 1, "name: alpha");
        assertThat(clusters.revisions(cluster.uuid(), 0))
                .extracting(RevisionRecord::number)
                .containsExactly(2, 1);
        assertThat(clusters.revisions(cluster.uuid(), 2)).hasSize(1);
    }

    @Test
    void updateIsRefusedWhileAnotherJobRuns() {
        ClusterRecord cluster = installed("alpha");
        JobRecord first = update(cluster, "name: alpha2");

        assertThatThrownBy(() -> update(cluster, "name: alpha3"))
                .hasMessageContaining(first.uuid())
                .extracting(e -> ((KubefateException) e).code())
                .isEqualTo(ErrorCode.JOB_ACTIVE);
        assertThat(clusters.revisions(cluster.uuid(), 0)).hasSize(2);
    }

    @Test
    void oneOfSeveralRacingUpdatesWins() throws Exception {
        ClusterRecord cluster = installed("alpha");
        Callable<Boolean> race = () -> {
            try {
                update(cluster, "name: alpha2");
                return true;
            } catch (KubefateException e) {
                return false;
            }
        };

        assertThat(together(8, race)).containsOnlyOnce(true);
        assertThat(clusters.revisions(cluster.uuid(), 0)).hasSize(2);
    }

    @Test
    void clusterHasTheSpecAndReleaseOfAnUpdateThatSucceeded() {
        ClusterRecord cluster = installed("alpha");
        finish(update(cluster, "name: alpha2"), JobStatus.Success);

        assertThat(clusters.find(cluster.uuid()))
                .get()
                .extracting(
                        ClusterRecord::status,
                        ClusterRecord::revision,
                        row -> row.spec().value(),
                        ClusterRecord::chartVersion,
                        ClusterRecord::engine)
                .containsExactly(ClusterStatus.Running, 2, "name: alpha2", "v1.6.0", "spark");
    }

    @Test
    void clusterKeepsItsRevisionAfterAnUpdateThatWasRolledBack() {
        ClusterRecord cluster = installed("alpha");
        finish(update(cluster, "name: alpha2"), JobStatus.Rollback);

        assertThat(clusters.find(cluster.uuid()))
                .get()
                .extracting(
                        ClusterRecord::status,
                        ClusterRecord::revision,
                        row -> row.spec().value())
                .containsExactly(ClusterStatus.Running, 1, "name: alpha");
    }

    @Test
    void historyTellsWhatBecameOfEachRevision() {
        ClusterRecord cluster = installed("alpha");
        JobRecord update = update(cluster, "name: alpha2");
        finish(update, JobStatus.Rollback);

        assertThat(clusters.history(cluster.uuid()))
                .extracting(
                        HistoryRecord::number,
                        HistoryRecord::status,
                        entry -> entry.origin().release().chartVersion())
                .containsExactly(tuple(1, JobStatus.Success, "v1.5.0"), tuple(2, JobStatus.Rollback, "v1.6.0"));
        assertThat(clusters.history(cluster.uuid()).get(1))
                .isEqualTo(new HistoryRecord(2, SPARK, "admin", LATER, update.uuid(), JobStatus.Rollback));
    }

    @Test
    void stepsAreKeptWithTheRevisionThatTheyPrepare() {
        ClusterRecord cluster = installed("alpha");
        JobRecord first = update(cluster, "name: alpha2");
        JobLease lease = claim("updater", LATER);
        StepRecord failed = jobs.steps()
                .ofJob(first)
                .get(0)
                .started(LATER)
                .ended(
                        StepStatus.Failed,
                        LATER.plusSeconds(1),
                        "exit code 1",
                        "l\u00f6g \ud83d\ude80\n".repeat(30_000));

        assertThat(jobs.steps().save(new JobLease(first.uuid(), "another", lease.token()), failed))
                .isFalse();
        assertThat(jobs.steps().save(lease, failed)).isTrue();
        jobs.finish(lease, JobStatus.Rollback, ClusterStatus.Running, LATER);
        JobRecord second = update(cluster, "name: alpha2");

        assertThat(jobs.steps().ofJob(first)).containsExactly(failed);
        assertThat(jobs.steps().ofJob(second))
                .extracting(StepRecord::revision, StepRecord::status)
                .containsExactly(tuple(3, StepStatus.Pending));
        assertThat(jobs.steps().ofCluster(cluster.uuid()))
                .extracting(StepRecord::revision)
                .containsExactly(2, 3);
    }

    @Test
    void clusterIsFoundByItsNameUntilItIsDeleted() {
        ClusterRecord cluster = installed("alpha");

        assertThat(clusters.findByName("alpha", cluster.namespace())).contains(cluster);
        assertThat(clusters.findByName("alpha", "elsewhere")).isEmpty();
    }

    private JobRecord update(ClusterRecord cluster, String spec) {
        return clusters.acceptUpdate(
                new RevisionRecord(cluster.uuid(), 0, spec, "[]", SPARK, "admin", LATER),
                List.of(StepRecord.pending(cluster.uuid(), 1, "migrate", "{}")),
                job(cluster, JobMethod.ClusterUpdate),
                RequestConditions.NONE);
    }

    private void finish(JobRecord job, JobStatus status) {
        JobLease lease = claim("updater", LATER);
        assertThat(lease.jobUuid()).isEqualTo(job.uuid());
        jobs.finish(lease, status, ClusterStatus.Running, LATER);
    }
}
