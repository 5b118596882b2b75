package io.kubefate.server.engine.job;

import static io.kubefate.server.kubernetes.KubernetesException.Kind.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.sandbox.FaultySandbox;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobChange;
import io.kubefate.server.store.job.JobLease;
import io.kubefate.server.store.job.JobPhase;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.job.ReturnCause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run after another one decides by the phase that the job has reached, and by whether it returns. */
class JobResumeTest {

    private static final String NAME = "fate-9999";

    private final FaultySandbox kubernetes = new FaultySandbox(Duration.ofMillis(10));
    private JobBench bench;

    @BeforeEach
    void open() {
        bench = new JobBench();
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        kubernetes.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
    void aFailedInstallIsRemovedAlthoughTheProcessDiedAtAnyCall(int callsToLive) {
        kubernetes.failImage("a:1");
        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, false, true, JobBench.SHORT));
        bench.dieAfterOverdue(callsToLive, kubernetes, job);

        bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.states(job)).doesNotHaveDuplicates().endsWith("created objects are deleted");
        assertThat(live()).isEmpty();
        assertThat(bench.clusters.find(job.clusterUuid())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void foreignObjectsAreReplacedAlthoughTheProcessDiedAtAnyCall(int callsToLive) {
        kubernetes.createNamespace(NAME);
        Manifest foreign = JobBench.settings(NAME, "other").withAnnotation("meta.helm.sh/release-name", "old");
        kubernetes.apply(foreign);
        JobRecord job =
                bench.install(JobBench.objects(NAME, "a:1"), new JobBench.Ask(NAME, true, false, JobBench.LIMIT));
        bench.dieAfter(callsToLive, kubernetes, job);

        bench.start(kubernetes);

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(job)).doesNotHaveDuplicates().contains("overwrite current installation");
        assertThat(live()).hasSize(3);
    }

    @Test
    void aJobThatWasReadyDoesNotGoBackAtTheTimeLimit() {
        JobRecord install = installed();
        JobRecord update = bench.purge(install, withoutClaim(), JobBench.SHORT);
        interrupted(JobPhase.PRUNING);
        bench.pass(Duration.ofMinutes(1));

        bench.start(kubernetes);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        assertThat(live()).noneMatch(object -> object.ref().isClaim());
    }

    @Test
    void aJobThatReturnsDoesNotTryItsRevisionAgain() {
        JobRecord install = installed();
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:2"), JobBench.LIMIT);
        JobLease lease = claim();
        bench.jobs.write(lease, JobChange.at(bench.now()).goBack(ReturnCause.STOPPED));
        bench.jobs.release(lease);

        bench.start(kubernetes);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Canceled);
        assertThat(bench.states(update)).noneMatch(state -> state.startsWith("apply revision 2"));
    }

    @Test
    void theWayBackHasALimit() {
        JobRecord install = installed();
        JobRecord update = bench.update(install, JobBench.objects(NAME, "a:2"), JobBench.SHORT);
        JobLease lease = claim();
        bench.jobs.write(lease, JobChange.at(bench.now()).goBack(ReturnCause.FAILED));
        bench.jobs.release(lease);
        kubernetes.unavailable(true);
        bench.pass(Duration.ofMinutes(10));

        bench.start(kubernetes);

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.clusters.find(update.clusterUuid()).orElseThrow().status())
                .isEqualTo(ClusterStatus.Unavailable);
    }

    @Test
    void anErrorEndsTheJobWithAnIdThatIsInTheLog() {
        JobRecord job = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));

        bench.start(ChangedKubernetes.failing(kubernetes, "apply", new NoClassDefFoundError("a/Class")));

        assertThat(bench.ended(job).status()).isEqualTo(JobStatus.Failed);
        assertThat(bench.states(job))
                .anyMatch(
                        state -> state.matches("internal error, look for [-0-9a-f]{36} in the log of the service: .*"));
    }

    @Test
    void aClaimThatCannotBeDeletedIsNoReasonToGoBack() {
        JobRecord install = installed();
        JobRecord update = bench.purge(install, withoutClaim(), JobBench.LIMIT);

        bench.start(
                ChangedKubernetes.failing(kubernetes, "delete", new KubernetesException(REFUSED, "forbidden", null)));

        assertThat(bench.ended(update).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(update))
                .containsSubsequence(
                        "cannot prune objects that are no longer desired: forbidden", "Cluster update Success");
    }

    private static List<Manifest> withoutClaim() {
        return JobBench.objects(NAME, "a:1").stream()
                .filter(object -> !object.ref().isClaim())
                .toList();
    }

    /** A runner dies in this phase of the job that is next. */
    private void interrupted(JobPhase phase) {
        JobLease lease = claim();
        bench.jobs.write(lease, JobChange.at(bench.now()).enter(phase));
        bench.jobs.release(lease);
    }

    private JobLease claim() {
        return bench.jobs
                .claim("another runner", bench.now(), Duration.ofMinutes(1))
                .flatMap(JobRecord::lease)
                .orElseThrow();
    }

    private JobRecord installed() {
        JobRecord install = bench.install(JobBench.objects(NAME, "a:1"), JobBench.Ask.of(NAME));
        try (JobRunner first = bench.start(kubernetes)) {
            bench.ended(install);
        }
        return install;
    }

    private List<Manifest> live() {
        List<ObjectRef> refs =
                JobBench.objects(NAME, "a:1").stream().map(Manifest::ref).toList();
        return kubernetes.find(refs);
    }
}
