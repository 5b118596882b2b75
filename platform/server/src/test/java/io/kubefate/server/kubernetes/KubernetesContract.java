package io.kubefate.server.kubernetes;

import static io.kubefate.planning.manifest.Manifests.CLUSTER_ID;
import static io.kubefate.planning.manifest.Manifests.IMAGE;
import static io.kubefate.planning.manifest.Manifests.configMap;
import static io.kubefate.planning.manifest.Manifests.container;
import static io.kubefate.planning.manifest.Manifests.deployment;
import static io.kubefate.planning.manifest.Manifests.job;
import static io.kubefate.planning.manifest.Manifests.statefulSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.planning.health.ClusterHealth;
import io.kubefate.planning.health.ContainerHealth;
import io.kubefate.planning.health.Reason;
import io.kubefate.planning.health.WorkloadHealth;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.Manifests;
import io.kubefate.planning.manifest.NodePorts;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.manifest.TemplateClaims;
import io.kubefate.planning.plan.DryRunResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The contract of all {@link Kubernetes} implementations. */
public abstract class KubernetesContract {

    /** Returns the implementation to test. */
    public abstract Kubernetes kubernetes();

    /** Returns the name of an existing namespace for this test. */
    public abstract String namespace();

    @Test
    void saysWhichKubernetesItIs() {
        assertThat(kubernetes().description()).isNotBlank();
    }

    @Test
    void listsNamespaces() {
        assertThat(kubernetes().namespaces())
                .extracting(NamespaceView::name)
                .contains("default", namespace())
                .isSorted();
    }

    @Test
    void createsANamespaceOnce() {
        assertThat(kubernetes().createNamespace(namespace())).isFalse();
    }

    @Test
    void whatWasAppliedIsFound() {
        Manifest wanted = configMap(namespace(), "settings", "value");
        kubernetes().apply(wanted);
        Manifest found = kubernetes().find(List.of(wanted.ref())).get(0);
        assertThat(found.ref()).isEqualTo(wanted.ref());
        assertThat(Manifest.map(found.content(), "data")).isEqualTo(Map.of("key", "value"));
        assertThat(found.label(Ownership.CLUSTER)).isEqualTo(CLUSTER_ID);
        assertThat(found.metadata()).containsKey("uid");
    }

    @Test
    void aWriteThatItsGuardRejectsChangesNothing() {
        kubernetes().apply(configMap(namespace(), "settings", "value"));
        List<ObjectRef> refs = List.of(configMap(namespace(), "settings", "").ref());
        Manifest live = kubernetes().find(refs).get(0);
        RuntimeException rejection = new IllegalStateException("too late");
        ObjectWriter late = kubernetes().guarded(() -> {
            throw rejection;
        });

        assertThatThrownBy(() -> late.createNamespace(namespace() + "-late")).isSameAs(rejection);
        assertThatThrownBy(() -> late.apply(configMap(namespace(), "settings", "late")))
                .isSameAs(rejection);
        assertThatThrownBy(() -> late.apply(configMap(namespace(), "late", "late")))
                .isSameAs(rejection);
        assertThatThrownBy(() -> late.replace(live.withLabel("late", "late"))).isSameAs(rejection);
        assertThatThrownBy(() -> late.delete(live)).isSameAs(rejection);

        assertThat(kubernetes().find(refs)).containsExactly(live);
        assertThat(kubernetes().find(List.of(configMap(namespace(), "late", "").ref())))
                .isEmpty();
        assertThat(kubernetes().namespaces())
                .extracting(NamespaceView::name)
                .contains(namespace())
                .doesNotContain(namespace() + "-late");
    }

    @Test
    void aWriteThatItsGuardAcceptsIsSent() {
        AtomicInteger checks = new AtomicInteger();
        ObjectWriter guarded = kubernetes().guarded(checks::incrementAndGet);
        Manifest wanted = configMap(namespace(), "settings", "value");

        guarded.apply(wanted);
        Manifest live = kubernetes().find(List.of(wanted.ref())).get(0);
        guarded.replace(live.withLabel("more", "stays"));
        guarded.delete(kubernetes().find(List.of(wanted.ref())).get(0));

        awaitGone(List.of(wanted.ref()));
        assertThat(live.metadata()).containsKey("uid");
        assertThat(checks).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void aSecretIsFoundWithItsData() {
        Manifest secret =
                Manifests.object("v1", "Secret", namespace(), "regcred", "data", Map.of(".dockercfg", "e30="));
        kubernetes().apply(secret);
        Manifest found = kubernetes().find(List.of(secret.ref())).get(0);
        assertThat(Manifest.map(found.content(), "data")).isEqualTo(Map.of(".dockercfg", "e30="));
    }

    @Test
    void selectsTheObjectsOfAKindByTheirLabels() {
        Manifest one =
                configMap(namespace(), "one", "value").withLabel("name", "x").withLabel("owner", "y");
        kubernetes().apply(one);
        kubernetes().apply(configMap(namespace(), "two", "value").withLabel("name", "x"));

        assertThat(kubernetes().select(namespace(), "v1", "ConfigMap", Map.of("name", "x", "owner", "y")))
                .extracting(Manifest::ref)
                .containsExactly(one.ref());
        assertThat(kubernetes().select(namespace(), "v1", "Secret", Map.of("name", "x")))
                .isEmpty();
    }

    @Test
    void aStatefulSetMakesClaimsFromItsTemplatesAndLeavesThem() {
        Manifest redis = Manifests.withClaimTemplate(
                statefulSet(namespace(), "redis", Map.of("containers", List.of(container("redis", IMAGE)))), "data");
        kubernetes().apply(redis);
        Instant limit = Instant.now().plusSeconds(30);
        while (claims(redis).isEmpty()) {
            assertThat(Instant.now()).isBefore(limit);
        }

        remove(kubernetes().find(List.of(redis.ref())).get(0));

        assertThat(claims(redis)).singleElement().satisfies(claim -> {
            assertThat(claim.ref()).isEqualTo(ObjectRef.claim(namespace(), "data-redis-0"));
            assertThat(new TemplateClaims(redis).made(claim)).isTrue();
        });
    }

    private List<Manifest> claims(Manifest statefulSet) {
        return kubernetes()
                .select(
                        namespace(),
                        "v1",
                        "PersistentVolumeClaim",
                        Map.of("app", statefulSet.ref().name()));
    }

    @Test
    void applyingTwiceChangesNothing() {
        Manifest wanted = deployment(namespace(), "client", IMAGE);
        kubernetes().apply(wanted);
        Object before =
                kubernetes().find(List.of(wanted.ref())).get(0).metadata().get("generation");
        kubernetes().apply(wanted);
        assertThat(kubernetes().find(List.of(wanted.ref())).get(0).metadata().get("generation"))
                .isEqualTo(before);
    }

    @Test
    void removesAFieldThatIsNoLongerDesired() {
        Manifest wanted = configMap(namespace(), "settings", "value");
        kubernetes().apply(wanted);
        kubernetes().apply(new Manifest(Manifests.with(wanted.content(), "data", Map.of("other", "value"))));
        Manifest found = kubernetes().find(List.of(wanted.ref())).get(0);
        assertThat(Manifest.map(found.content(), "data")).isEqualTo(Map.of("other", "value"));
    }

    @Test
    void aFeedReportsTheClusterOfExistingChangedAndDeletedObjects() throws InterruptedException {
        Manifest settings = configMap(namespace(), "settings", "value");
        kubernetes().apply(settings);
        Semaphore told = new Semaphore(0);
        try (ClusterFeed feed = kubernetes().follow(cluster -> told.release(cluster.equals(CLUSTER_ID) ? 1 : 0))) {
            feed.include(List.of(settings.ref()));
            assertThat(isTold(told)).as("what is there").isTrue();

            kubernetes().apply(configMap(namespace(), "settings", "other"));
            assertThat(isTold(told)).as("a change").isTrue();

            delete(settings.ref());
            assertThat(isTold(told)).as("a deletion").isTrue();
            assertThat(feed.isLive()).isTrue();
        }
    }

    private static boolean isTold(Semaphore told) throws InterruptedException {
        boolean once = told.tryAcquire(10, TimeUnit.SECONDS);
        told.drainPermits();
        return once;
    }

    @Test
    void aDryRunReturnsTheResultAndChangesNothing() {
        Manifest before = configMap(namespace(), "settings", "old");
        kubernetes().apply(before);
        Manifest wanted = configMap(namespace(), "settings", "new");

        DryRunResult trial = kubernetes().dryRun(List.of(wanted)).get(wanted.ref());

        assertThat(trial)
                .isInstanceOfSatisfying(
                        DryRunResult.Accepted.class,
                        accepted -> assertThat(accepted.result().content().get("data"))
                                .isEqualTo(Map.of("key", "new")));
        assertThat(kubernetes().find(List.of(wanted.ref())).get(0).content().get("data"))
                .isEqualTo(Map.of("key", "old"));
    }

    @Test
    void aDryRunOfAnUnchangedObjectReturnsTheSameSpec() {
        Manifest wanted = deployment(namespace(), "client", IMAGE);
        kubernetes().apply(wanted);
        Manifest live = kubernetes().find(List.of(wanted.ref())).get(0);

        assertThat(kubernetes().dryRun(List.of(wanted)).get(wanted.ref()))
                .isInstanceOfSatisfying(
                        DryRunResult.Accepted.class,
                        accepted -> assertThat(accepted.result().spec()).isEqualTo(live.spec()));
    }

    @Test
    void aDryRunReportsAnImmutableField() {
        Manifest claim = Manifests.claim(namespace(), "data", "none");
        Manifest set =
                Manifests.statefulSet(namespace(), "set", Map.of("containers", List.of(container("set", IMAGE))));
        kubernetes().apply(claim);
        kubernetes().apply(set);
        Manifest otherClaim = Manifests.claim(namespace(), "data", "other");
        Map<String, Object> spec = Manifests.with(set.spec(), "serviceName", "other");
        Manifest otherSet = new Manifest(Manifests.with(set.content(), "spec", spec));

        assertThat(kubernetes().dryRun(List.of(otherClaim, otherSet)).values())
                .hasSize(2)
                .allSatisfy(trial -> assertThat(trial).isInstanceOf(DryRunResult.Immutable.class));
    }

    @Test
    void aDryRunRefusesANodePortThatAnotherServiceHas() {
        kubernetes().apply(Manifests.service(namespace(), "rollsite", 9370, nodePort()));
        Manifest other = Manifests.service(namespace(), "nginx", 9390, nodePort());

        assertThat(kubernetes().dryRun(List.of(other)).get(other.ref()))
                .isInstanceOfSatisfying(
                        DryRunResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains("provided port is already allocated"));
    }

    @Test
    void aServiceGivesItsNodePortUp() {
        Manifest rollsite = Manifests.service(namespace(), "rollsite", 9370, nodePort());
        Manifest nginx = Manifests.service(namespace(), "nginx", 9390, nodePort());
        kubernetes().apply(rollsite);

        kubernetes()
                .replace(NodePorts.released(
                        kubernetes().find(List.of(rollsite.ref())).get(0)));
        kubernetes().apply(nginx);

        assertThat(kubernetes().find(List.of(rollsite.ref(), nginx.ref())))
                .extracting(NodePorts::of)
                .containsExactly(Set.of(), Set.of(nodePort()));
    }

    @Test
    void nothingIsTriedInAnAbsentNamespace() {
        assertThat(kubernetes().dryRun(List.of(configMap("k8s-it-absent", "settings", "value"))))
                .isEmpty();
    }

    @Test
    void findsInTheRequestedOrderAndOmitsMissingObjects() {
        List<Manifest> wanted = List.of(
                configMap(namespace(), "d", ""),
                configMap(namespace(), "b", ""),
                configMap(namespace(), "c", ""),
                deployment(namespace(), "a", IMAGE));
        wanted.forEach(kubernetes()::apply);
        List<ObjectRef> asked = List.of(
                wanted.get(0).ref(),
                wanted.get(3).ref(),
                new ObjectRef("v1", "ConfigMap", namespace(), "absent"),
                new ObjectRef("example.org/v1", "Unheard", namespace(), "absent"),
                wanted.get(1).ref(),
                wanted.get(2).ref());
        assertThat(kubernetes().find(asked))
                .extracting(found -> found.ref().name())
                .containsExactly("d", "a", "b", "c");
    }

    @Test
    void aDeletedObjectDoesNotExist() throws InterruptedException {
        Manifest wanted = deployment(namespace(), "client", IMAGE);
        kubernetes().apply(wanted);
        HealthLog log = new HealthLog();
        try (Watch watch = kubernetes().watch(namespace(), CLUSTER_ID, log)) {
            log.await(health -> health.workloads().size() == 1);
            delete(wanted.ref());
            int seen = log.told().size();
            log.await(health -> log.told().indexOf(health) >= seen - 1
                    && health.workloads().isEmpty()
                    && health.pods().isEmpty());
        }
        assertThat(kubernetes().find(List.of(wanted.ref()))).isEmpty();
    }

    @Test
    void deletingWhatIsAbsentIsSuccess() {
        Manifest deleted = applied(configMap(namespace(), "settings", "value"));
        kubernetes().delete(deleted);
        kubernetes().delete(deleted);
        kubernetes().delete(Manifests.object("example.org/v1", "Unheard", namespace(), "absent", "data", Map.of()));
        awaitGone(List.of(deleted.ref()));
    }

    @Test
    void anObjectThatWasCreatedAgainIsNotDeletedInPlaceOfTheOldOne() {
        Manifest old = applied(configMap(namespace(), "settings", "value"));
        remove(old);
        Manifest again = applied(configMap(namespace(), "settings", "value"));

        assertIsTransient(() -> kubernetes().delete(old));
        assertThat(kubernetes().find(List.of(old.ref())))
                .extracting(Manifest::uid)
                .containsExactly(again.uid());
    }

    @Test
    void anUpdateDoesNotCreateADeletedObjectAgain() {
        Manifest wanted = configMap(namespace(), "settings", "value");
        Manifest old = applied(wanted);
        remove(old);

        assertIsTransient(() -> kubernetes().apply(wanted.withMetadata("uid", old.uid())));
        assertThat(kubernetes().find(List.of(wanted.ref()))).isEmpty();
    }

    @Test
    void anUpdateDoesNotChangeAnObjectThatWasCreatedAgain() {
        Manifest wanted = configMap(namespace(), "settings", "old");
        Manifest old = applied(wanted);
        remove(old);
        applied(configMap(namespace(), "settings", "new"));

        assertIsTransient(() -> kubernetes().apply(wanted.withMetadata("uid", old.uid())));
        assertThat(kubernetes().find(List.of(wanted.ref())).get(0).content().get("data"))
                .isEqualTo(Map.of("key", "new"));
    }

    @Test
    void anUpdateChangesTheObjectWithItsUid() {
        Manifest old = applied(configMap(namespace(), "settings", "old"));

        kubernetes().apply(configMap(namespace(), "settings", "new").withMetadata("uid", old.uid()));

        assertThat(kubernetes().find(List.of(old.ref())).get(0).content().get("data"))
                .isEqualTo(Map.of("key", "new"));
    }

    private Manifest applied(Manifest wanted) {
        kubernetes().apply(wanted);
        return kubernetes().find(List.of(wanted.ref())).get(0);
    }

    private void remove(Manifest live) {
        kubernetes().delete(live);
        awaitGone(List.of(live.ref()));
    }

    /** With foreground deletion, an object is still there for a moment. */
    private void awaitGone(List<ObjectRef> refs) {
        Instant limit = Instant.now().plusSeconds(30);
        while (!kubernetes().find(refs).isEmpty()) {
            assertThat(Instant.now()).isBefore(limit);
        }
    }

    private void delete(ObjectRef ref) {
        kubernetes().find(List.of(ref)).forEach(kubernetes()::delete);
    }

    private static void assertIsTransient(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KubernetesException.class,
                        exception -> assertThat(exception.kind()).isEqualTo(KubernetesException.Kind.TRANSIENT));
    }

    @Test
    void anObjectInAnAbsentNamespaceIsRefused() {
        Manifest wanted = configMap("k8s-it-absent", "settings", "value");
        assertThatThrownBy(() -> kubernetes().apply(wanted))
                .isInstanceOfSatisfying(
                        KubernetesException.class,
                        exception -> assertThat(exception.kind()).isEqualTo(KubernetesException.Kind.REFUSED))
                .hasMessageContaining("ConfigMap/settings")
                .hasMessageContaining("namespaces \"k8s-it-absent\" not found");
    }

    @Test
    void aWatchReportsThatAWorkloadIsReady() throws InterruptedException {
        HealthLog log = new HealthLog();
        try (Watch watch = kubernetes().watch(namespace(), CLUSTER_ID, log)) {
            log.await(health -> health.workloads().isEmpty());
            kubernetes().apply(deployment(namespace(), "client", IMAGE));
            ClusterHealth ready = log.awaitReady();
            assertThat(ready.reasons()).isEmpty();
            assertThat(ready.pods()).hasSize(1);
            WorkloadHealth client = ready.workloads().get(0);
            assertThat(client.generation()).isEqualTo(1);
            assertThat(client.condition()).isEqualTo("Available");
            assertThat(client.containers()).containsExactly(new ContainerHealth("client", "Running", true));
        }
    }

    @Test
    void aWatchReportsTheNewGenerationOfAWorkload() throws InterruptedException {
        kubernetes().apply(deployment(namespace(), "client", IMAGE));
        HealthLog log = new HealthLog();
        try (Watch watch = kubernetes().watch(namespace(), CLUSTER_ID, log)) {
            log.awaitReady();
            kubernetes().apply(deployment(namespace(), "client", "federatedai/client:1.5.1-release"));
            ClusterHealth ready = log.await(health ->
                    health.workloads().stream().allMatch(workload -> workload.generation() == 2 && workload.ready()));
            assertThat(ready.workloads()).hasSize(1);
        }
    }

    @Test
    void aRestartReplacesThePodsAndIsNoChangeOfTheDesiredFields() throws InterruptedException {
        Manifest wanted = deployment(namespace(), "client", IMAGE);
        Manifest live = applied(wanted);
        HealthLog log = new HealthLog();
        try (Watch watch = kubernetes().watch(namespace(), CLUSTER_ID, log)) {
            List<String> before = log.awaitReady().pods();
            kubernetes().restart(live, Instant.now());
            ClusterHealth ready = log.await(health ->
                    health.workloads().stream().allMatch(workload -> workload.generation() == 2 && workload.ready())
                            && health.pods().size() == 1);
            assertThat(ready.pods()).doesNotContainAnyElementsOf(before);
        }
        kubernetes().apply(wanted);
        assertThat(kubernetes().find(List.of(wanted.ref())).get(0).metadata().get("generation"))
                .hasToString("2");
    }

    @Test
    void aDeletedWorkloadIsNotRestarted() {
        Manifest old = applied(deployment(namespace(), "client", IMAGE));
        remove(old);

        assertIsTransient(() -> kubernetes().restart(old, Instant.now()));
        assertThat(kubernetes().find(List.of(old.ref()))).isEmpty();
    }

    @Test
    void aWatchSeesOnlyItsCluster() throws InterruptedException {
        kubernetes().apply(deployment(namespace(), "client", IMAGE));
        HealthLog log = new HealthLog();
        try (Watch watch = kubernetes().watch(namespace(), "another-cluster", log)) {
            assertThat(log.await(health -> true).workloads()).isEmpty();
        }
    }

    @Test
    void aReadReturnsTheSameAsAWatch() throws InterruptedException {
        kubernetes().apply(deployment(namespace(), "client", IMAGE));
        HealthLog log = new HealthLog();
        try (Watch watch = kubernetes().watch(namespace(), CLUSTER_ID, log)) {
            ClusterHealth told = log.awaitReady();
            assertThat(kubernetes().observe(namespace(), CLUSTER_ID).workloads())
                    .isEqualTo(told.workloads());
        }
    }

    @Test
    void knowsWhereTheClusterIsReached() {
        kubernetes().apply(Manifests.ingress(namespace(), "notebook", "9999.notebook.kubefate.net"));
        kubernetes().apply(Manifests.ingress(namespace(), "fateboard", "9999.fateboard.kubefate.net"));
        kubernetes().apply(Manifests.service(namespace(), "rollsite", 9370, nodePort()));
        ClusterHealth health = kubernetes().observe(namespace(), CLUSTER_ID);
        assertThat(health.ingressHosts()).containsExactly("9999.fateboard.kubefate.net", "9999.notebook.kubefate.net");
        assertThat(health.partyNodePort()).isEqualTo(nodePort());
    }

    @Test
    void aJobIsFollowedFromItsBeginningToItsEnd() throws InterruptedException {
        Manifest job =
                job(namespace(), "migrate", Map.of("name", "migrate", "image", IMAGE, "command", List.of("true")));
        BatchJobLog log = new BatchJobLog();
        try (Watch watch = kubernetes().follow(job.ref(), log)) {
            log.await(state -> state.phase() == BatchJobState.Phase.ABSENT);
            kubernetes().apply(job);
            assertThat(log.await(state -> state.phase() == BatchJobState.Phase.ACTIVE)
                            .reasons())
                    .noneMatch(Reason::isTrouble);
            assertThat(log.awaitEnd().phase()).isEqualTo(BatchJobState.Phase.SUCCEEDED);
        }
    }

    @Test
    void aWatchReportsTheRemovalOfAJob() throws InterruptedException {
        Manifest job = job(namespace(), "migrate", Map.of("name", "migrate", "image", IMAGE));
        kubernetes().apply(job);
        BatchJobLog log = new BatchJobLog();
        try (Watch watch = kubernetes().follow(job.ref(), log)) {
            log.await(state -> state.phase() != BatchJobState.Phase.ABSENT);
            delete(job.ref());
            log.await(state -> state.phase() == BatchJobState.Phase.ABSENT);
        }
        assertThat(kubernetes().jobLog(new ObjectRef("batch/v1", "Job", namespace(), "absent"), 100))
                .isEmpty();
    }

    @Test
    void theTemplateOfAJobCannotBeChanged() {
        Manifest job = job(namespace(), "migrate", Map.of("name", "migrate", "image", IMAGE));
        kubernetes().apply(job);
        Manifest other = job(namespace(), "migrate", Map.of("name", "migrate", "image", "federatedai/client:latest"));

        assertThat(kubernetes().dryRun(List.of(other)).get(other.ref())).isInstanceOf(DryRunResult.Immutable.class);
    }

    /** Returns a free node port. */
    public abstract int nodePort();
}
