package io.kubefate.server.kubernetes.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.ContainerEnd;
import io.kubefate.planning.health.ContainerHealth;
import io.kubefate.planning.health.PodHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.manifest.ObjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterDiagnosisTest {

    private static final Instant NOW = Instant.parse("2026-11-24T04:01:00Z");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            image-pull      | IMAGE_PULL     | client:1.5.0-release of container client cannot be pulled (rpc error: code
            image-name      | IMAGE_PULL     | InvalidImageName: couldn't parse
            crash-loop      | CRASH_LOOP     | container client ended with exit code 1 (Error), restarted 3 times
            out-of-memory   | CRASH_LOOP     | exit code 137 (OOMKilled): it used more memory than its limit
            init-crash      | CRASH_LOOP     | container prepare ended with exit code 2
            unschedulable   | UNSCHEDULABLE  | 0/1 nodes are available: 1 node(s) didn't match
            claim-unbound   | CLAIM_UNBOUND  | claim client-data of storage class nope has no volume (storageclass.storage
            claim-absent    | CLAIM_UNBOUND  | claim client-data has no volume (0/1 nodes are available
            quota           | QUOTA_EXCEEDED | (forbidden: exceeded quota: none, requested: pods=1
            quota-requests  | QUOTA_EXCEEDED | must specify requests.cpu for: client); create a LimitRange with defaults in the namespace
            pod-security    | POD_FAILED     | level restricted, which forbids its pods (allowPrivilegeEscalation != false, runAsNonRoot != true); allow
            service-account | POD_FAILED     | serviceaccount "nobody" not found
            config-missing  | CONFIG_MISSING | configmap "settings" not found
            mount-failed    | CONFIG_MISSING | secret "settings" not found
            runs-as-root    | POD_FAILED     | runAsNonRoot
            create-failed   | POD_FAILED     | container client cannot be created (CreateContainerError: device is busy)
            evicted         | POD_FAILED     | Evicted: The node was low on resource
            """)
    void tellsTrouble(String situation, Reason.Code code, String message) {
        Reason reason = onlyReason("deployment", situation);
        assertThat(reason.code()).isEqualTo(code);
        assertThat(reason.message()).contains(message);
        assertThat(reason.module()).isEqualTo("notebook");
        assertThat(reason.isTrouble()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            pulling              | container client: pulling image federatedai/client:1.5.0-release
            init-running         | waiting for init container wait-for-mysql (running)
            not-ready-yet        | container client runs but is not ready yet (Readiness probe failed: refused)
            claim-bound-since    | waiting for a node
            evicted-and-replaced | container client: being created
            recovered            | 0 of 1 pods are available
            old-pod              | 0 of 1 pods are available
            mounted-since        | container client: pulling image federatedai/client:1.5.0-release
            mounted-and-running  | container client runs but is not ready yet
            probe-of-earlier-run | container client runs but is not ready yet
            """)
    void tellsProgressWhenNothingIsWrongOrTroubleIsOver(String situation, String message) {
        Reason reason = onlyReason("deployment", situation);
        assertThat(reason.code()).isEqualTo(Reason.Code.STARTING);
        assertThat(reason.message()).isEqualTo(message);
        assertThat(reason.isTrouble()).isFalse();
    }

    @Test
    void namesTheReportingObject() {
        assertThat(onlyReason("deployment", "crash-loop").object()).isEqualTo("Pod/client-2-abcde");
        assertThat(onlyReason("deployment", "claim-unbound").object()).isEqualTo("PersistentVolumeClaim/client-data");
        assertThat(onlyReason("deployment", "quota").object()).isEqualTo("Deployment/client");
    }

    @Test
    void showsTheLogOfACrashOnceItIsKnown() {
        ClusterObjects objects = Fixtures.objects("deployment", "crash-loop");
        CrashedContainer crash = new CrashedContainer("client-2-abcde", "pod", "client", "containerd://3");
        assertThat(CrashedContainer.of(objects.pods())).containsExactly(crash);
        ClusterObjects withLog = objects.withCrashLogs(Map.of(crash, "no such file"));
        assertThat(health(withLog).reasons().get(0).message())
                .endsWith("restarted 3 times; the last lines of its log:\nno such file");
    }

    @Test
    void reportsARefusedPodOfAStatefulSetUntilItIsCreated() {
        Reason refused = onlyReason("statefulset", "quota-statefulset");
        assertThat(refused.code()).isEqualTo(Reason.Code.QUOTA_EXCEEDED);
        assertThat(refused.message()).contains("(forbidden: exceeded quota: none, requested: pods=1)");
        assertThat(refused.module()).isEqualTo("mysql");
        assertThat(onlyReason("statefulset", "quota-lifted").message()).isEqualTo("0 of 1 pods exist");
    }

    @Test
    void severalPodsWithTheSameCauseGiveOneReason() {
        ClusterObjects one = Fixtures.objects("deployment", "image-pull");
        ClusterObjects objects = Fixtures.objects("deployment", "image-pull", "image-pull");
        assertThat(objects.pods()).hasSize(2);
        assertThat(health(objects).reasons()).isEqualTo(health(one).reasons());
    }

    @Test
    void aModuleReportsTheCommonReasonOfItsWorkloadsOnce() {
        ClusterHealth health = health(Fixtures.objects("deployment", "deployment", "image-pull"));
        assertThat(health.workloads())
                .hasSize(2)
                .allSatisfy(workload -> assertThat(workload.reasons()).hasSize(1));
        assertThat(health.reasons()).hasSize(1);
    }

    @Test
    void tellsTheStateOfContainers() {
        assertThat(containers("pod-ready")).containsExactly(new ContainerHealth("client", "Running", true));
        assertThat(containers("crash-loop")).containsExactly(new ContainerHealth("client", "Waiting", false));
        assertThat(containers("unschedulable")).containsExactly(new ContainerHealth("client", "Waiting", false));
        assertThat(containers("quota")).containsExactly(new ContainerHealth("client", "Unknown", false));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            pod-ready     | Running           | 1 | 0
            crash-loop    | CrashLoopBackOff  | 0 | 3
            out-of-memory | Running           | 0 | 1
            image-pull    | ImagePullBackOff  | 0 | 0
            init-crash    | Init:Error        | 0 | 0
            init-running  | PodInitializing   | 0 | 0
            evicted       | Evicted           | 0 | 0
            unschedulable | Pending           | 0 | 0
            """)
    void tellsTheStateOfAPodAsKubectlDoes(String situation, String status, int ready, int restarts) {
        PodHealth pod = onlyPod(situation);
        assertThat(pod.status()).isEqualTo(status);
        assertThat(pod.containers().ready()).isEqualTo(ready);
        assertThat(pod.containers().total()).isEqualTo(1);
        assertThat(pod.containers().restarts()).isEqualTo(restarts);
    }

    @Test
    void tellsWhereAPodRunsAndSinceWhen() {
        PodHealth pod = onlyPod("restarted");
        assertThat(pod.name()).isEqualTo("client-2-abcde");
        assertThat(pod.node()).isEqualTo("node-1");
        assertThat(pod.createdAt()).isEqualTo("2026-11-24T03:00:00Z");
        assertThat(onlyPod("unschedulable").node()).isEmpty();
    }

    @Test
    void tellsHowTheContainerThatEndedLastHasEnded() {
        assertThat(onlyPod("restarted").containers().lastEnd())
                .contains(new ContainerEnd(
                        "client", "OOMKilled", 137, Optional.of(Instant.parse("2026-11-24T03:50:00Z"))));
        assertThat(onlyPod("init-crash").containers().lastEnd())
                .contains(new ContainerEnd("prepare", "Error", 2, Optional.empty()));
        assertThat(onlyPod("init-running").containers().lastEnd())
                .as("an init container that ended well")
                .isEmpty();
    }

    @Test
    void tellsThePodsThatARolloutReplaces() {
        ClusterObjects objects = Fixtures.objects("deployment", "pod-ready", "old-pod");
        objects.pods().get(1).getMetadata().setDeletionTimestamp("2026-11-24T04:00:00Z");
        assertThat(health(objects).workloads().get(0).pods())
                .extracting(PodHealth::name, PodHealth::status)
                .containsExactly(tuple("client-1-abcde", "Terminating"), tuple("client-2-abcde", "Running"));
    }

    @Test
    void tellsWhichPodsOfAStatefulSetAreObsolete() {
        ClusterObjects objects = Fixtures.objects("statefulset-stuck");
        assertThat(health(objects).workloads().get(0).pods())
                .extracting(PodHealth::obsolete)
                .containsExactly(true);

        objects.pods().get(0).getMetadata().setDeletionTimestamp("2026-11-24T04:00:00Z");
        assertThat(health(objects).workloads().get(0).pods())
                .extracting(PodHealth::obsolete)
                .containsExactly(false);
    }

    @Test
    void tellsTheConditionOfAWorkload() {
        assertThat(health(Fixtures.objects("deployment", "pulling"))
                        .workloads()
                        .get(0)
                        .condition())
                .isEqualTo("Progressing");
        assertThat(health(Fixtures.objects("deployment", "quota"))
                        .workloads()
                        .get(0)
                        .condition())
                .isEqualTo("ReplicaFailure");
    }

    @Test
    void leavesOutSidecars() {
        ClusterObjects objects = Fixtures.objects("deployment", "pod-ready");
        objects.deployments().get(0).getMetadata().setAnnotations(Map.of("kubefate.io/sidecars", "agent,client"));

        assertThat(health(objects).workloads().get(0).containers()).isEmpty();
    }

    @Test
    void tellsWhereTheClusterIsReached() {
        ClusterHealth health = health(Fixtures.objects("reach"));
        assertThat(health.ingressHosts()).containsExactly("9999.fateboard.kubefate.net", "9999.notebook.kubefate.net");
        assertThat(health.partyNodePort()).isEqualTo(30091);
        assertThat(health.nodeIp()).isEqualTo("10.0.0.1");
        assertThat(health.observedAt()).isEqualTo(NOW);
    }

    @Test
    void tellsWhichLoadBalancersHaveNoAddress() {
        assertThat(health(Fixtures.objects("load-balancers")).pendingLoadBalancers())
                .extracting(ObjectRef::toString)
                .containsExactly("Service/new", "Service/waiting");
    }

    private static List<ContainerHealth> containers(String situation) {
        return health(Fixtures.objects("deployment", situation))
                .workloads()
                .get(0)
                .containers();
    }

    private static PodHealth onlyPod(String situation) {
        List<PodHealth> pods = health(Fixtures.objects("deployment", situation))
                .workloads()
                .get(0)
                .pods();
        assertThat(pods).hasSize(1);
        return pods.get(0);
    }

    private static Reason onlyReason(String... fixtures) {
        List<Reason> reasons = health(Fixtures.objects(fixtures)).reasons();
        assertThat(reasons).hasSize(1);
        return reasons.get(0);
    }

    private static ClusterHealth health(ClusterObjects objects) {
        return ClusterDiagnosis.calculate(objects, NOW);
    }
}
