package io.kubefate.server.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.RollbackArgs;
import io.kubefate.api.SpecProblem;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Checksums;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What the changes of a cluster do to its data, and what the user is asked and told. */
class DataServiceTest extends ServiceScenario {

    private static final RollbackArgs PLAIN = new RollbackArgs(null, null, null, null, null);
    private static final RollbackArgs ACCEPTING = new RollbackArgs(null, null, null, true, null);
    private static final ObjectRef WORKLOAD = new ObjectRef("apps/v1", "Deployment", "demo", "python");

    private static final String IN_THE_POD = "\nvolume: {emptyDir: {}}";
    private static final String IN_A_CLAIM = "\nvolume: {persistentVolumeClaim: {claimName: data}}";
    private static final String LOST = "Deployment/python: its pods restart, and the data in volume data are deleted";

    @Test
    void planOfARestartTellsTheDataThatItDeletes() {
        install("v1", "a" + IN_THE_POD);

        ClusterPlan plan = provisioning.plan(args("v1", "b" + IN_THE_POD)).plan();

        assertThat(plan.dataLost()).singleElement().asString().startsWith(LOST);
        assertThat(plan.feasible()).isTrue();
    }

    @Test
    void anUpdateThatDeletesDataIsRefusedUnlessTheUserAcceptsIt() {
        install("v1", "a" + IN_THE_POD);
        int before = listedJobs().size();
        ClusterArgs args = args("v1", "b" + IN_THE_POD);

        assertDataLoss(() -> provisioning.update(args, Submission.by("me").forced(true)));
        assertThat(listedJobs()).hasSize(before);

        Job job =
                ended(provisioning.update(accepting(args), Submission.by("me")).job());
        assertThat(job.status()).isEqualTo("Success");
        assertThat(job.metaData().acceptDataLoss()).isTrue();
    }

    @Test
    void aRollbackThatDeletesDataIsRefusedUnlessTheUserAcceptsIt() {
        String cluster = install("v1", "a" + IN_THE_POD);
        ended(provisioning
                .update(accepting(args("v1", "b" + IN_THE_POD)), Submission.by("me"))
                .job());

        assertThat(rollbacks.plan(cluster, 1, PLAIN).dataLost()).hasSize(1);
        assertDataLoss(() -> rollbacks.rollback(cluster, 1, PLAIN, Submission.by("me")));
        assertThat(ended(rollbacks
                                .rollback(cluster, 1, ACCEPTING, Submission.by("me"))
                                .job())
                        .status())
                .isEqualTo("Success");
    }

    @Test
    void aReconcileThatDeletesDataIsRefusedUnlessTheUserAcceptsIt() {
        String cluster = install("v1", "a" + IN_THE_POD);
        kubernetes.apply(live(WORKLOAD).withPodAnnotation(Checksums.ANNOTATION, "another"));

        assertThat(drifts.drift(cluster).dataLost()).hasSize(1);
        assertDataLoss(() -> drifts.reconcile(cluster, PLAIN, Submission.by("me")));
        assertThat(ended(drifts.reconcile(cluster, ACCEPTING, Submission.by("me"))
                                .orElseThrow())
                        .status())
                .isEqualTo("Success");
    }

    @Test
    void anUpdateThatDeletesNothingNeedsNoConsent() {
        install("v1", "a" + IN_A_CLAIM);

        assertThat(ended(provisioning
                                .update(args("v1", "b" + IN_A_CLAIM), Submission.by("me"))
                                .job())
                        .status())
                .isEqualTo("Success");
    }

    @Test
    void anUpdateThatFailsReturnsAlthoughThatDeletesDataAgain() {
        install("v1", "a" + IN_THE_POD);
        kubernetes.failImage("python:2");

        Job job = ended(provisioning
                .update(accepting(args("v1", "a\nimage: python:2" + IN_THE_POD, 1L)), Submission.by("me"))
                .job());

        assertThat(job.status()).isEqualTo("Rollback");
    }

    @Test
    void aNewPasswordOfDataInAClaimIsAWarning() {
        install("v1", "a\npassword: old" + IN_A_CLAIM);
        ClusterArgs args = args("v1", "a\npassword: new" + IN_A_CLAIM);

        assertThat(provisioning.plan(args).plan().warnings())
                .containsExactly("Deployment/python: PASSWORD changes, but the data in claim data keep the old value;"
                        + " change it in the database first");
        assertThat(provisioning.update(args, Submission.by("me")).warnings())
                .extracting(SpecProblem::message)
                .anyMatch(text -> text.contains("PASSWORD changes"));
    }

    @Test
    void aNewPasswordOfDataThatAnEarlierClusterLeftIsAWarning() {
        String first = install("v1", "a\npassword: old" + IN_A_CLAIM);
        ended(clusters.delete(first, false, Submission.by("me")));

        assertThat(provisioning
                        .plan(args("v1", "a\npassword: old" + IN_A_CLAIM))
                        .plan()
                        .warnings())
                .isEmpty();
        assertThat(provisioning
                        .install(args("v1", "a\npassword: new" + IN_A_CLAIM), Submission.by("me"))
                        .warnings())
                .extracting(SpecProblem::message)
                .anyMatch(text -> text.contains("PASSWORD changes"));
    }

    @Test
    void replicasAreLeftToAnAutoscaler() {
        String cluster = install("v1", "a");
        kubernetes.apply(autoscaler());
        kubernetes.apply(live(WORKLOAD).withSpec("replicas", 2));

        assertThat(drifts.drift(cluster).changes()).isFalse();
        assertThat(drifts.drift(cluster).warnings())
                .singleElement()
                .asString()
                .contains("HorizontalPodAutoscaler/python");

        ended(provisioning
                .update(args("v1", "a\nimage: python:2"), Submission.by("me"))
                .job());

        assertThat(live(WORKLOAD).spec()).containsEntry("replicas", 2);
    }

    private static void assertDataLoss(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KubefateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLAN_REFUSED))
                .hasMessageContaining("data lost: " + LOST)
                .hasMessageContaining("--accept-data-loss");
    }

    private static ClusterArgs accepting(ClusterArgs args) {
        return ClusterArgs.builder()
                .data(args.data())
                .timeLimit(args.timeLimit())
                .acceptDataLoss(true)
                .build();
    }

    private Manifest live(ObjectRef ref) {
        return kubernetes.find(List.of(ref)).get(0);
    }

    private static Manifest autoscaler() {
        Map<String, Object> target = Map.of("apiVersion", "apps/v1", "kind", "Deployment", "name", "python");
        return new Manifest(Map.of(
                "apiVersion",
                "autoscaling/v1",
                "kind",
                "HorizontalPodAutoscaler",
                "metadata",
                Map.of("name", "python", "namespace", "demo"),
                "spec",
                Map.of("scaleTargetRef", target, "minReplicas", 2, "maxReplicas", 3)));
    }
}
