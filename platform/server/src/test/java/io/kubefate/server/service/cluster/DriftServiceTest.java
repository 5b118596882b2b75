package io.kubefate.server.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterDrift;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.FieldDiff;
import io.kubefate.api.Job;
import io.kubefate.api.NotReadyReason;
import io.kubefate.api.ObjectChange;
import io.kubefate.api.Revision;
import io.kubefate.api.RollbackArgs;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.list.ListKind;
import io.kubefate.server.service.list.ListRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is seen of a cluster that somebody else changes, and how it is put right. */
class DriftServiceTest extends ServiceScenario {

    private static final RollbackArgs PLAIN = new RollbackArgs(null, null, null, null, null);
    private static final ObjectRef SETTINGS = new ObjectRef("v1", "ConfigMap", "demo", "settings");
    private static final ObjectRef WORKLOAD = new ObjectRef("apps/v1", "Deployment", "demo", "python");

    @Test
    void aClusterThatNobodyTouchedHasNoDrift() {
        String cluster = install("v1", "a");

        assertThat(seen(cluster, described -> true).drift().objects()).isEmpty();
        assertThat(drifts.drift(cluster).changes()).isFalse();
    }

    @Test
    void aChangedFieldIsSeenWithWhatItIsAndWhatItWasToBe() {
        String cluster = install("v1", "a");

        edit("data", Map.of("key", "somebody's"));

        ClusterDrift drift = seen(cluster, DriftServiceTest::drifted).drift();
        assertThat(drift.revision()).isEqualTo(1);
        assertThat(drift.objects())
                .extracting(ObjectChange::action, ObjectChange::kind, ObjectChange::name, ObjectChange::fields)
                .containsExactly(tuple(
                        "update", "ConfigMap", "settings", List.of(new FieldDiff("data.key", "somebody's", "a"))));
    }

    @Test
    void aDeletedObjectIsSeen() {
        String cluster = install("v1", "a");

        kubernetes.find(List.of(SETTINGS)).forEach(kubernetes::delete);

        assertThat(seen(cluster, DriftServiceTest::drifted).drift().objects())
                .extracting(ObjectChange::action, ObjectChange::name, ObjectChange::note)
                .containsExactly(tuple("create", "settings", "it is missing"));
    }

    @Test
    void aClusterWhoseWorkloadWasDeletedIsUnavailable() {
        String cluster = install("v1", "a");

        kubernetes.find(List.of(WORKLOAD)).forEach(kubernetes::delete);

        Cluster described = seen(cluster, now -> now.status().equals("Unavailable"));
        assertThat(clusters.describe(cluster).info().reasons())
                .extracting(NotReadyReason::module, NotReadyReason::code, NotReadyReason::object)
                .containsExactly(tuple("python", "MISSING", "Deployment/python"));
        assertThat(clusters.describe(cluster).info().status().get("deployments"))
                .containsEntry("python", "Missing");
        assertThat(described.observedAt()).isNotNull();
    }

    @Test
    void theListTellsAClusterThatCrashesAfterItsInstallAndThatRecovers() {
        String cluster = install("v1", "a");
        seen(cluster, now -> now.status().equals("Running"));

        kubernetes.failImage("python:1");
        seen(cluster, now -> now.status().equals("Unavailable"));

        kubernetes.repairImage("python:1");
        assertThat(seen(cluster, now -> now.status().equals("Running")).observedAt())
                .isAfter(Instant.now().minusSeconds(10));
    }

    @Test
    void aReconcilePutsBackWhatTheRevisionSays() {
        String cluster = install("v1", "a");
        edit("data", Map.of("key", "somebody's"));

        Job job = ended(drifts.reconcile(cluster, PLAIN, Submission.by("me")).orElseThrow());

        assertThat(job.status()).isEqualTo("Success");
        assertThat(drifts.drift(cluster).changes()).isFalse();
        assertThat(revisions.history(cluster))
                .extracting(Revision::number, Revision::creator)
                .contains(tuple(2, "me"));
    }

    @Test
    void aReconcileOfAClusterWithoutDriftDoesNothing() {
        String cluster = install("v1", "a");

        assertThat(drifts.reconcile(cluster, PLAIN, Submission.by("me"))).isEmpty();
        assertThat(revisions.history(cluster)).hasSize(1);
    }

    @Test
    void anObjectOfSomebodyElseStandsInTheWay() {
        String cluster = install("v1", "a");
        kubernetes.find(List.of(SETTINGS)).forEach(kubernetes::delete);
        kubernetes.apply(new Manifest(Map.of(
                "apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "settings", "namespace", "demo"))));

        ClusterPlan drift = drifts.drift(cluster);

        assertThat(drift.feasible()).isFalse();
        assertThat(drift.objects()).extracting(ObjectChange::action).contains("conflict");
    }

    @Test
    void nothingIsPutBackUnasked() {
        String cluster = install("v1", "a");

        edit("data", Map.of("key", "somebody's"));
        seen(cluster, DriftServiceTest::drifted);

        assertThat(revisions.history(cluster)).hasSize(1);
    }

    @Test
    void aClusterWithAutoReconcileIsPutBackUnasked() {
        String cluster = install("v1", "a\nautoReconcile: true");
        seen(cluster, now -> true);

        edit("data", Map.of("key", "somebody's"));

        seen(cluster, now -> now.revision() == 2 && !drifted(now));
        assertThat(revisions.history(cluster)).extracting(Revision::creator).containsExactly("me", AutoReconcile.USER);
        assertThat(drifts.drift(cluster).changes()).isFalse();
        assertThat(ownChanges).containsExactly("reconcile cluster demo/demo");
    }

    private static boolean drifted(Cluster cluster) {
        return Optional.ofNullable(cluster.drift())
                .filter(drift -> !drift.objects().isEmpty())
                .isPresent();
    }

    /** Waits until the list, which nobody asks Kubernetes for, shows a cluster that was looked at and is as expected. */
    private Cluster seen(String uuid, Predicate<Cluster> expected) {
        Instant end = Instant.now().plus(LIMIT);
        while (true) {
            Cluster cluster = clusters.list(false, ListRequest.all(ListKind.CLUSTERS), Namespaces.ALL).items().stream()
                    .filter(listed -> listed.uuid().equals(uuid))
                    .findFirst()
                    .orElseThrow();
            if (cluster.observedAt() != null && expected.test(cluster)) {
                return cluster;
            }
            assertThat(Instant.now()).as(cluster.toString()).isBefore(end);
            Thread.onSpinWait();
        }
    }

    /** Somebody changes a field of the ConfigMap. */
    private void edit(String field, Object value) {
        Manifest live = kubernetes.find(List.of(SETTINGS)).get(0);
        LinkedHashMap<String, Object> content = new LinkedHashMap<>(live.content());
        content.put(field, value);
        kubernetes.apply(new Manifest(content));
    }
}
