package io.kubefate.server.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.ObjectChange;
import io.kubefate.api.PlannedStep;
import io.kubefate.api.RollbackArgs;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an upgrade saves before it migrates the data, and how a rollback restores it. */
class SavedDataTest extends ServiceScenario {

    private static final RollbackArgs PLAIN = new RollbackArgs(null, null, null, null, null);
    private static final RollbackArgs RESTORING = new RollbackArgs(null, null, null, null, true);
    private static final ObjectRef CLAIM = new ObjectRef("v1", "PersistentVolumeClaim", "demo", "saved");

    @Test
    void theClaimIsNoStepOfThePlanButANewObject() {
        install("v3", "a");

        ClusterPlan plan = provisioning.plan(args("v4", "b")).plan();

        assertThat(plan.steps())
                .containsExactly(
                        new PlannedStep("save", List.of("save:1")), new PlannedStep("migrate", List.of("migrate:1")));
        assertThat(plan.objects()).extracting(ObjectChange::name).contains("saved");
        assertThat(plan.data()).contains("PersistentVolumeClaim/saved is new and empty");
    }

    @Test
    void theClaimStaysAndTheNextUpgradeUsesItAgain() {
        String cluster = install("v3", "a");
        upgrade();
        rollback(cluster, 1, PLAIN);
        assertThat(kubernetes.find(List.of(CLAIM))).hasSize(1);

        assertThat(provisioning.plan(args("v4", "b")).plan().data()).isEmpty();
        assertThat(upgrade().status()).isEqualTo("Success");
    }

    @Test
    void theClaimOfAnotherClusterIsInTheWay() {
        install("v3", "a");
        kubernetes.apply(new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "PersistentVolumeClaim",
                "metadata",
                Map.of("name", "saved", "namespace", "demo"))));

        assertThat(provisioning.plan(args("v4", "b")).plan().feasible()).isFalse();
        assertThatThrownBy(() -> provisioning.update(args("v4", "b"), Submission.by("me")))
                .hasMessageContaining("PersistentVolumeClaim/saved");
    }

    @Test
    void aDeleteKeepsTheClaimUnlessItDeletesTheDataToo() {
        String cluster = install("v3", "a");
        upgrade();

        assertThat(clusters.planDelete(cluster, false).data())
                .containsExactly(
                        "PersistentVolumeClaim/saved is no longer used and keeps its data; --purge deletes it");
        assertThat(clusters.planDelete(cluster, true).data())
                .containsExactly("PersistentVolumeClaim/saved is deleted: its data are lost");
        ended(clusters.delete(cluster, true, Submission.by("me")));
        assertThat(kubernetes.find(List.of(CLAIM))).isEmpty();
    }

    @Test
    void aRollbackRestoresTheDataFirst() {
        String cluster = install("v3", "a");
        upgrade();

        ClusterPlan plan = rollbacks.plan(cluster, 1, RESTORING);
        Job job = rollback(cluster, 1, RESTORING);

        assertThat(plan.steps()).containsExactly(new PlannedStep("restore-save", List.of("save:1")));
        assertThat(plan.data())
                .containsExactly("data become those that the upgrade to revision 2 saved at its beginning;"
                        + " what was written to them since is lost");
        assertThat(job.status()).isEqualTo("Success");
        assertThat(jobs.steps(job.uuid())).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("restore-save");
            assertThat(step.status()).isEqualTo("Succeeded");
        });
        assertThat(clusters.describe(cluster).chartVersion()).isEqualTo("v3");
    }

    @Test
    void theRestoringContainerGetsTheArgumentAndTheRevisionOfTheDump() {
        String cluster = install("v3", "a");
        upgrade();
        kubernetes.holdImage("save:1");
        Job job = rollbacks.rollback(cluster, 1, RESTORING, Submission.by("me")).job();
        ObjectRef ref = new ObjectRef("batch/v1", "Job", "demo", "restore-save-r3");
        while (kubernetes.find(List.of(ref)).isEmpty()) {
            Thread.onSpinWait();
        }

        Manifest restoring = kubernetes.find(List.of(ref)).get(0);
        kubernetes.repairImage("save:1");

        assertThat(restoring.spec().toString()).contains("args=[restore]").contains("kubefate.io/revision=2");
        assertThat(restoring.annotation("kubefate.io/restore-argument")).isEmpty();
        assertThat(ended(job).status()).isEqualTo("Success");
    }

    @Test
    void whatAFailedUpgradeSavedCanBeRestoredToo() {
        String cluster = install("v3", "a");
        kubernetes.failImage("migrate:1");
        Job failed = upgrade();

        assertThat(failed.status()).isEqualTo("Rollback");
        assertThat(failed.states())
                .anyMatch(line -> line.contains("data changes of these steps are not undone: migrate"))
                .anyMatch(line ->
                        line.contains("step save has saved the data before the upgrade in claim saved; to restore"
                                + " them, use \"kubefate cluster rollback " + cluster + " 1 --restore-data\""));
        assertThat(rollback(cluster, 1, RESTORING).status()).isEqualTo("Success");
    }

    @Test
    void aRestoreThatFailsLeavesTheReleaseAsItIs() {
        String cluster = install("v3", "a");
        upgrade();
        kubernetes.failImage("save:1");

        assertThat(rollback(cluster, 1, RESTORING).status()).isEqualTo("Rollback");
        assertThat(clusters.describe(cluster).chartVersion()).isEqualTo("v4");
        kubernetes.repairImage("save:1");
        assertThat(rollback(cluster, 1, RESTORING).status()).isEqualTo("Success");
    }

    @Test
    void dataThatNoUpgradeSavedCannotBeRestored() {
        String cluster = install("v2", "a");
        ended(provisioning.update(args("v3", "a"), Submission.by("me")).job());

        assertThatThrownBy(() -> rollbacks.plan(cluster, 1, RESTORING))
                .hasMessage("no data of revision 1 were saved: no upgrade from v2 with a step that saves data has begun"
                        + " since; roll back without restoring data");
    }

    @Test
    void dataOfALaterReleaseAreNotThoseOfAnEarlierOne() {
        String cluster = install("v2", "a");
        ended(provisioning.update(args("v3", "a"), Submission.by("me")).job());
        upgrade();

        assertThatThrownBy(() -> rollbacks.plan(cluster, 1, RESTORING)).hasMessageContaining("no data of revision 1");
        assertThat(rollbacks.plan(cluster, 2, RESTORING).feasible()).isTrue();
    }

    @Test
    void aClaimThatIsGoneCannotBeRestored() {
        String cluster = install("v3", "a");
        upgrade();
        kubernetes.delete(kubernetes.find(List.of(CLAIM)).get(0));

        assertThatThrownBy(() -> rollbacks.rollback(cluster, 1, RESTORING, Submission.by("me")))
                .hasMessage("what the upgrade to revision 2 saved is gone: PersistentVolumeClaim/saved does not exist;"
                        + " roll back without restoring data");
    }

    private Job upgrade() {
        return ended(provisioning.update(args("v4", "b"), Submission.by("me")).job());
    }

    private Job rollback(String cluster, int revision, RollbackArgs args) {
        return ended(
                rollbacks.rollback(cluster, revision, args, Submission.by("me")).job());
    }
}
