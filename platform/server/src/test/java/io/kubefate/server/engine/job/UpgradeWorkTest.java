package io.kubefate.server.engine.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.store.cluster.ClusterStatus;
import io.kubefate.server.store.job.JobRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.server.store.step.StepStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates that run Kubernetes Jobs before they apply anything. */
class UpgradeWorkTest extends InstalledClusterScenario {

    private static final List<Manifest> NEW = JobBench.objects(NAME, "a:2", "b:1");
    private static final List<Manifest> STEPS =
            List.of(JobBench.step("migrate", NAME, "migrate:2"), JobBench.step("index", NAME, "index:2"));

    @Test
    void runsTheStepsInOrderAndThenAppliesTheRevision() {
        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);

        assertThat(bench.ended(upgrade).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(upgrade))
                .containsExactly(
                        "update job status to Running",
                        "step migrate started: Job/migrate-r2 with migrate:2",
                        "step migrate succeeded",
                        "step index started: Job/index-r2 with index:2",
                        "step index succeeded",
                        "apply revision 2: Deployment/module-0 update, 3 objects unchanged",
                        "apply revision 2 Success",
                        "Cluster update Success");
        assertThat(bench.steps(upgrade)).allSatisfy(step -> {
            assertThat(step.status()).isEqualTo(StepStatus.Succeeded);
            assertThat(step.state().log()).contains("the sandbox runs no container of");
            assertThat(step.state().startedAt()).isPresent();
            assertThat(step.state().endedAt()).isPresent();
        });
        assertThat(jobsThere()).isEmpty();
    }

    @Test
    void aStepIsTheClustersAndItsPodsAreNoPartOfWhatRuns() {
        kubernetes.holdImage("migrate:2");
        bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);
        JobBench.until("the step has begun", () -> !jobsThere().isEmpty());

        Manifest job = jobsThere().get(0);
        assertThat(job.label(Ownership.CLUSTER)).isEqualTo(install.clusterUuid());
        assertThat(job.annotation(Ownership.OWNER)).isEqualTo("fate-9999@fate-9999");
        assertThat(job.annotation(Ownership.REVISION)).isEqualTo("2");
        assertThat(Manifest.map(job.spec(), "template").toString()).doesNotContain(Ownership.CLUSTER);
    }

    @Test
    void aStepThatFailsEndsTheUpgradeBeforeAnythingIsApplied() {
        kubernetes.failImage("migrate:2");

        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);

        assertThat(bench.ended(upgrade).status()).isEqualTo(JobStatus.Rollback);
        assertThat(bench.states(upgrade))
                .containsExactly(
                        "update job status to Running",
                        "step migrate started: Job/migrate-r2 with migrate:2",
                        "step migrate failed: the sandbox has no image migrate:2; the last lines of its log:\n"
                                + "the sandbox runs no container of migrate:2",
                        "update failed, rolling back to revision 1: step migrate failed;"
                                + " nothing of revision 2 was applied",
                        "data changes of these steps are not undone: migrate",
                        "apply revision 1: 4 objects unchanged",
                        "apply revision 1 Success",
                        "revision 1 is ready again",
                        "Cluster run rollback Success");
        assertThat(bench.steps(upgrade))
                .extracting(StepRecord::status)
                .containsExactly(StepStatus.Failed, StepStatus.Pending);
        assertThat(bench.clusters.find(install.clusterUuid()).orElseThrow().status())
                .isEqualTo(ClusterStatus.Running);
        assertThat(jobsThere()).isEmpty();
    }

    @Test
    void theSameUpgradeAgainStartsTheStepAnew() {
        kubernetes.failImage("migrate:2");
        bench.ended(bench.upgrade(install, STEPS, NEW, JobBench.LIMIT));
        kubernetes.repairImage("migrate:2");

        JobRecord again = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);

        assertThat(bench.ended(again).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(again))
                .contains("step migrate started: Job/migrate-r3 with migrate:2", "step migrate succeeded");
        assertThat(bench.jobs.steps().ofCluster(install.clusterUuid()))
                .extracting(StepRecord::revision, StepRecord::name, StepRecord::status)
                .containsExactly(
                        tuple(2, "migrate", StepStatus.Failed),
                        tuple(2, "index", StepStatus.Pending),
                        tuple(3, "migrate", StepStatus.Succeeded),
                        tuple(3, "index", StepStatus.Succeeded));
    }

    @Test
    void aStopInAStepRemovesItsJobAndChangesNothing() {
        kubernetes.holdImage("migrate:2");
        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);
        JobBench.until("the step has begun", () -> !jobsThere().isEmpty());

        bench.jobs.requestStop(upgrade.uuid(), Instant.now());

        assertThat(bench.ended(upgrade).status()).isEqualTo(JobStatus.Canceled);
        assertThat(bench.states(upgrade))
                .contains(
                        "step migrate stopped",
                        "job stopped, rolling back to revision 1",
                        "apply revision 1: 4 objects unchanged");
        assertThat(bench.steps(upgrade).get(0).status()).isEqualTo(StepStatus.Canceled);
        assertThat(jobsThere()).isEmpty();
        assertThat(bench.clusters.find(install.clusterUuid()).orElseThrow().status())
                .isEqualTo(ClusterStatus.Running);
    }

    @Test
    void aStepHasNoMoreTimeThanItsUpdate() {
        kubernetes.holdImage("migrate:2");

        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.SHORT);

        assertThat(bench.overdue(upgrade).status()).isEqualTo(JobStatus.Rollback);
        assertThat(bench.states(upgrade))
                .contains("step migrate reached the time limit")
                .anyMatch(state -> state.startsWith("update failed, rolling back to revision 1: time limit"));
        assertThat(jobsThere()).isEmpty();
    }

    @Test
    void aJobThatSomebodyRemovedIsNotMadeAgain() {
        kubernetes.holdImage("migrate:2");
        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);
        JobBench.until("the step has begun", () -> bench.states(upgrade).size() == 2);

        kubernetes.delete(jobsThere().get(0));

        assertThat(bench.ended(upgrade).status()).isEqualTo(JobStatus.Rollback);
        assertThat(bench.states(upgrade))
                .anyMatch(
                        state -> state.startsWith("step migrate failed: Job/migrate-r2 is gone: somebody removed it"));
        assertThat(jobsThere()).isEmpty();
    }

    @Test
    void aJobOfThatNameThatIsSomebodyElsesIsNotTouched() {
        Manifest foreign =
                JobBench.step("migrate-r2", NAME, "other:1").withAnnotation(Ownership.OWNER, "other@fate-9999");
        kubernetes.apply(foreign);

        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);

        assertThat(bench.ended(upgrade).status()).isEqualTo(JobStatus.Rollback);
        assertThat(bench.states(upgrade))
                .contains("step migrate failed: Job/migrate-r2 belongs to cluster other@fate-9999");
        assertThat(jobsThere()).hasSize(1);
    }

    @Test
    void aJobThatAnEarlierAttemptLeftIsRemovedBeforeANewOneBegins() {
        kubernetes.failImage("migrate:2");
        JobRecord first = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);
        bench.ended(first);
        StepRecord left = bench.steps(first).get(0);
        kubernetes.apply(StepRun.object(owner(), left));
        kubernetes.repairImage("migrate:2");

        assertThat(bench.ended(bench.update(install, NEW, JobBench.LIMIT)).status())
                .isEqualTo(JobStatus.Success);
        assertThat(jobsThere()).isEmpty();
    }

    @Test
    void aDeleteRemovesJobsThatWereLeft() {
        kubernetes.failImage("migrate:2");
        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);
        bench.ended(upgrade);
        kubernetes.apply(StepRun.object(owner(), bench.steps(upgrade).get(0)));

        assertThat(bench.ended(bench.delete(install.clusterUuid(), true)).status())
                .isEqualTo(JobStatus.Success);
        assertThat(jobsThere()).isEmpty();
    }

    @Test
    void aLogThatCannotBeReadIsNoFailure() {
        runner.close();
        runner = bench.start(withoutLogs());

        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);

        assertThat(bench.ended(upgrade).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(upgrade)).contains("step migrate: cannot read its log: the node is gone");
        assertThat(bench.steps(upgrade).get(0).state().log())
                .isEqualTo("(the log could not be read: the node is gone)");
        assertThat(kubernetes.appliedBatchJobs()).isEqualTo(2);
    }

    /** The process dies at each call once; a step's Job that was made is found again. */
    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26})
    void goesOnAfterTheProcessDiedAtAnyCall(int callsToLive) {
        runner.close();
        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);
        bench.dieAfter(callsToLive, kubernetes, upgrade);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(upgrade).status()).isEqualTo(JobStatus.Success);
        assertThat(bench.states(upgrade)).doesNotHaveDuplicates();
        assertThat(bench.steps(upgrade)).extracting(StepRecord::status).containsOnly(StepStatus.Succeeded);
        assertThat(jobsThere()).isEmpty();
        assertThat(kubernetes.appliedBatchJobs()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void goesBackAfterTheProcessDiedAtAnyCallOfAStepThatFails(int callsToLive) {
        kubernetes.failImage("index:2");
        runner.close();
        JobRecord upgrade = bench.upgrade(install, STEPS, NEW, JobBench.LIMIT);
        bench.dieAfter(callsToLive, kubernetes, upgrade);

        runner = bench.start(kubernetes);

        assertThat(bench.ended(upgrade).status()).isEqualTo(JobStatus.Rollback);
        assertThat(bench.states(upgrade))
                .doesNotHaveDuplicates()
                .contains("data changes of these steps are not undone: migrate, index")
                .contains("apply revision 1: 4 objects unchanged");
        assertThat(jobsThere()).isEmpty();
    }

    private Owner owner() {
        return new Owner(install.clusterUuid(), NAME, NAME);
    }

    private Kubernetes withoutLogs() {
        return ChangedKubernetes.failing(
                kubernetes,
                "jobLog",
                new KubernetesException(KubernetesException.Kind.UNAVAILABLE, "the node is gone", null));
    }

    private List<Manifest> jobsThere() {
        return kubernetes.find(List.of(ref("migrate-r2"), ref("index-r2"), ref("migrate-r3"), ref("index-r3")));
    }

    private static ObjectRef ref(String name) {
        return new ObjectRef("batch/v1", "Job", NAME, name);
    }
}
