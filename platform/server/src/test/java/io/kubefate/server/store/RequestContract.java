package io.kubefate.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.cluster.ClusterVersion;
import io.kubefate.server.store.cluster.RevisionOrigin;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.cluster.StoredRelease;
import io.kubefate.server.store.job.JobMethod;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.request.AnsweredRequest;
import io.kubefate.server.store.request.KeyedRequest;
import io.kubefate.server.store.request.Precondition;
import io.kubefate.server.store.request.RequestConditions;
import io.kubefate.server.store.request.StoredWarning;
import io.kubefate.server.store.row.RowPage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The conditions under which changes are accepted. */
abstract class RequestContract extends StoreContract {

    private static final Duration DAY = Duration.ofHours(24);
    private static final RevisionOrigin ORIGIN =
            new RevisionOrigin("p@2", new StoredRelease("fate", "v1.6.0", "spark"), 0);
    private static final KeyedRequest REQUEST = KeyedRequest.of("tester", "key", "fingerprint")
            .withWarnings(List.of(new StoredWarning("note", 6, "unused \ud83e\udd84")));

    RequestContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void everyChangeGivesAClusterAnotherVersion() {
        ClusterRecord cluster = installed("alpha");
        ClusterVersion installed = requests().version(cluster);

        update(cluster, RequestConditions.NONE);
        ClusterVersion accepted = requests().version(stored(cluster));
        jobs.finish(claim("updater", NOON), JobStatus.Success, ClusterStatus.Running, NOON);

        assertThat(installed.revision()).isEqualTo(1);
        assertThat(accepted).isNotEqualTo(installed);
        assertThat(requests().version(stored(cluster))).isEqualTo(new ClusterVersion(2, accepted.job()));
    }

    @Test
    void neitherHealthNorChecksGiveAClusterAnotherVersion() {
        ClusterRecord cluster = installed("alpha");
        ClusterVersion version = requests().version(cluster);

        clusters.updateStatus(cluster.uuid(), ClusterStatus.Running, ClusterStatus.Unavailable, NOON.plusSeconds(1));
        clusters.acceptCheck(job(cluster, JobMethod.ClusterCheck), RequestConditions.NONE);

        assertThat(requests().version(stored(cluster))).isEqualTo(version);
    }

    @Test
    void aChangeForTheCurrentVersionIsAccepted() {
        ClusterRecord cluster = installed("alpha");

        assertThat(update(cluster, only(cluster)).revision()).isEqualTo(2);
    }

    @Test
    void aChangeForAnotherVersionIsRejectedWithTheChangeThatMadeTheCurrentOne() {
        ClusterRecord cluster = installed("alpha");
        RequestConditions earlier = only(cluster);
        JobRecord other = update(cluster, RequestConditions.NONE);
        jobs.finish(claim("updater", NOON), JobStatus.Rollback, ClusterStatus.Running, NOON);

        assertRejected(() -> update(cluster, earlier), ErrorCode.PRECONDITION_FAILED)
                .hasMessageContaining("user tester started ClusterUpdate with revision 2 at " + NOON)
                .hasMessageContaining(other.uuid())
                .hasMessageContaining("its version is now \"1-" + other.id() + "\"");
        assertRejected(
                () -> clusters.acceptDelete(job(cluster, JobMethod.ClusterDelete), earlier),
                ErrorCode.PRECONDITION_FAILED);
        assertRejected(() -> requests().refuse(cluster, earlier), ErrorCode.PRECONDITION_FAILED);
        assertThat(jobs.list(RowPage.first(10))).hasSize(2);
    }

    @Test
    void oneOfSeveralRacingChangesOfAVersionWins() throws Exception {
        ClusterRecord cluster = installed("alpha");
        RequestConditions version = only(cluster);
        AtomicInteger count = new AtomicInteger();
        Callable<String> race = () -> {
            try {
                return count.incrementAndGet() % 2 == 0
                        ? update(cluster, version).method().name()
                        : clusters.acceptDelete(job(cluster, JobMethod.ClusterDelete), version)
                                .method()
                                .name();
            } catch (KubefateException e) {
                return e.code().name();
            }
        };

        List<String> results = together(8, race);

        assertThat(results).filteredOn(result -> result.startsWith("Cluster")).hasSize(1);
        assertThat(results).filteredOn("PRECONDITION_FAILED"::equals).hasSize(7);
        assertThat(jobs.list(RowPage.first(10))).hasSize(2);
    }

    @Test
    void aRequestIsRememberedWithItsJobAndItsWarnings() {
        JobRecord job = install(cluster("alpha"), once(REQUEST));
        jobs.finish(claim("installer", NOON), JobStatus.Success, ClusterStatus.Running, NOON);
        jobs.remove(job.uuid(), NOON);

        AnsweredRequest answered = requests().find(REQUEST, NOON).orElseThrow();

        assertThat(answered).isEqualTo(new AnsweredRequest(REQUEST, job.uuid(), NOON));
        assertThat(answered.request().answeredWarnings())
                .containsExactly(new StoredWarning("note", 6, "unused \ud83e\udd84"));
        assertThat(requests().accepted(answered)).contains(job);
    }

    @Test
    void aRequestThatIsRejectedIsNotRemembered() {
        install("alpha");

        assertRejected(() -> install(cluster("alpha"), once(REQUEST)), ErrorCode.ALREADY_EXISTS);

        assertThat(requests().find(REQUEST, NOON)).isEmpty();
    }

    @Test
    void aKeyIsUsedOnceByEachUser() {
        install(cluster("alpha"), once(REQUEST));
        KeyedRequest ofAnother = KeyedRequest.of("another", "key", "fingerprint");

        assertRejected(() -> install(cluster("beta"), once(REQUEST)), ErrorCode.IDEMPOTENCY_KEY_REUSED);
        install(cluster("gamma"), once(ofAnother));

        assertThat(clusters.list(true)).extracting(ClusterRecord::name).containsExactly("alpha", "gamma");
        assertThat(requests().find(ofAnother, NOON)).isPresent();
    }

    @Test
    void oneOfSeveralRacingRequestsOfAKeyIsAccepted() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Callable<Boolean> race = () -> {
            try {
                install(cluster("c" + count.incrementAndGet()), once(REQUEST));
                return true;
            } catch (KubefateException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
                return false;
            }
        };

        assertThat(together(8, race)).containsOnlyOnce(true);
        assertThat(clusters.list(true)).hasSize(1);
        assertThat(jobs.list(RowPage.first(10))).hasSize(1);
    }

    @Test
    void aRequestIsForgottenAfterADay() {
        install(cluster("alpha"), once(REQUEST));

        assertThat(requests().find(REQUEST, NOON.plus(DAY).minusSeconds(1))).isPresent();
        assertThat(requests().find(REQUEST, NOON.plus(DAY))).isEmpty();

        requests().removeExpired(NOON.plus(DAY));
        install(cluster("beta"), once(REQUEST));

        assertThat(requests().find(REQUEST, NOON)).isPresent();
    }

    private RequestStore requests() {
        return clusters.requests();
    }

    private ClusterRecord stored(ClusterRecord cluster) {
        return clusters.find(cluster.uuid()).orElseThrow();
    }

    private RequestConditions only(ClusterRecord cluster) {
        return RequestConditions.NONE.with(
                new Precondition(Set.of("9-9", requests().version(cluster).tag())));
    }

    private static RequestConditions once(KeyedRequest request) {
        return RequestConditions.NONE.with(request);
    }

    private JobRecord install(ClusterRecord cluster, RequestConditions conditions) {
        return clusters.acceptInstall(cluster, revision(cluster), job(cluster, JobMethod.ClusterInstall), conditions);
    }

    private JobRecord update(ClusterRecord cluster, RequestConditions conditions) {
        return clusters.acceptUpdate(
                new RevisionRecord(cluster.uuid(), 0, "name: other", "[]", ORIGIN, "admin", NOON),
                List.of(),
                job(cluster, JobMethod.ClusterUpdate),
                conditions);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertRejected(
            ThrowingCallable change, ErrorCode code) {
        return assertThatThrownBy(change)
                .isInstanceOf(KubefateException.class)
                .satisfies(e -> assertThat(((KubefateException) e).code()).isEqualTo(code));
    }
}
