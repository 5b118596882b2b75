package io.kubefate.server.service.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.FieldDiff;
import io.kubefate.api.Job;
import io.kubefate.api.NotReadyReason;
import io.kubefate.api.ObjectChange;
import io.kubefate.api.PlannedStep;
import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.api.RollbackArgs;
import io.kubefate.api.SpecProblem;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.planning.preflight.PreflightFacts;
import io.kubefate.server.kubernetes.KubernetesException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates and rollbacks, from the request to the end of the job. */
class ProvisioningServiceTest extends ServiceScenario {

    private static final RollbackArgs PLAIN = new RollbackArgs(null, null, null, null, null);

    @Test
    void updatesAClusterToItsNewFile() {
        String cluster = install("v1", "a");

        Job job = ended(
                provisioning.update(args("v1", "b"), Submission.by("them")).job());

        assertThat(job.status()).isEqualTo("Success");
        assertThat(job.method()).isEqualTo("ClusterUpdate");
        assertThat(job.metaData().data()).isNotEmpty();
        assertThat(clusters.describe(cluster).revision()).isEqualTo(2);
        assertThat(clusters.describe(cluster).spec()).containsEntry("value", "b");
    }

    @ParameterizedTest
    @CsvSource({"install", "update"})
    void rejectsWhatPreflightProvesImpossibleAndStoresNothing(String operation) {
        if (operation.equals("update")) {
            install("v1", "a");
        }
        int before = listedJobs().size();
        kubernetes.facts(terminating());

        assertRefused(
                () -> provision(operation, false),
                ErrorCode.PLAN_REFUSED,
                "this " + operation + " is not possible:",
                "namespace: demo is being deleted; wait until it is gone, or use another namespace",
                "--force");
        assertThat(listedJobs()).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({"install", "update"})
    void saysWhichPermissionsAreMissingWhereNothingCanBeRead(String operation) {
        if (operation.equals("update")) {
            install("v1", "a");
        }
        kubernetes.facts(denied("list deployments.apps"));
        kubernetes.defect(
                new KubernetesException(KubernetesException.Kind.REFUSED, "deployments.apps is forbidden", null));

        assertRefused(
                () -> provision(operation, true),
                ErrorCode.PLAN_REFUSED,
                "this " + operation + " is not possible:",
                "in namespace demo the service has no permission to: list deployments.apps",
                "rbac.namespaces");
    }

    @ParameterizedTest
    @CsvSource({"install", "update"})
    void goesOnInSpiteOfPreflightWhereItIsForced(String operation) {
        if (operation.equals("update")) {
            install("v1", "a");
        }
        kubernetes.facts(terminating());

        assertThat(ended(provision(operation, true).job()).status()).isEqualTo("Success");
    }

    @Test
    void aForcedInstallReportsWhatKubernetesRejects() {
        kubernetes.createNamespace("demo");
        kubernetes.refuse("Deployment", "admission webhook \"policy.example.org\" denied the request");
        assertRefused(
                () -> provision("install", false),
                ErrorCode.PLAN_REFUSED,
                "Deployment/python: admission webhook",
                "to try it nevertheless, use --force");

        Job job = ended(provision("install", true).job());

        assertThat(job.status()).isEqualTo("Failed");
        assertThat(job.states())
                .anyMatch(state -> state.contains("Deployment/python: admission webhook"))
                .contains("created objects are kept: ConfigMap/settings; delete them with: kubefate cluster delete "
                        + job.clusterId());
        assertThat(clusters.describe(job.clusterId()).info().reasons())
                .extracting(NotReadyReason::message)
                .containsExactly(
                        "Deployment/python is missing; remove the cause, and create it with: kubefate cluster update");
    }

    @Test
    void aRejectionOfKubernetesIsReportedAndStoredWithoutPasswords() {
        kubernetes.createNamespace("demo");
        kubernetes.refuse("Deployment", "env[0].value: Invalid value: \"S3cret-pass\"");
        ClusterArgs args = args("v1", "a\npassword: S3cret-pass");

        assertRefused(
                () -> provisioning.install(args, Submission.by("me")),
                ErrorCode.PLAN_REFUSED,
                "Deployment/python: env[0].value: Invalid value: \"(hidden)\"");
        Job job = ended(
                provisioning.install(args, Submission.by("me").forced(true)).job());

        assertThat(job.states())
                .anyMatch(state -> state.contains("Invalid value: \"(hidden)\""))
                .noneMatch(state -> state.contains("S3cret-pass"));
    }

    @Test
    void reportsAClusterThatExistsBeforeAnythingElse() {
        String cluster = install("v1", "a");

        assertRefused(
                () -> provisioning.install(args("v1", "b"), Submission.by("me")),
                ErrorCode.ALREADY_EXISTS,
                "name=demo & namespace=demo Cluster already existed: uuid " + cluster + ", status Running",
                "kubefate cluster update",
                "kubefate cluster delete " + cluster);
    }

    @Test
    void reportsAClusterWhoseInstallFailedOrRunsInTheSameWords() {
        kubernetes.failImage("python:1");
        Job install = provisioning
                .install(args("v1", "a\nimage: python:1", 1L), Submission.by("me"))
                .job();
        String existed = "name=demo & namespace=demo Cluster already existed: uuid " + install.clusterId();
        assertRefused(
                () -> provisioning.install(args("v1", "a"), Submission.by("me")),
                ErrorCode.ALREADY_EXISTS,
                existed,
                "a job changes it");

        ended(install);

        assertRefused(
                () -> provisioning.install(args("v1", "a"), Submission.by("me")),
                ErrorCode.ALREADY_EXISTS,
                existed + ", status Failed",
                "kubefate cluster delete " + install.clusterId());
    }

    @Test
    @Timeout(30)
    void ofTwoInstallsAtOnceTheSecondIsToldOfTheFirst() throws Exception {
        kubernetes.holdPlans(true);
        FutureTask<Object> one = installing();
        FutureTask<Object> other = installing();
        while (kubernetes.waitingPlans() < 2) {
            Thread.sleep(10);
        }
        kubernetes.holdPlans(false);

        List<Object> answers = List.of(one.get(), other.get());

        List<String> installed = answers.stream()
                .filter(Job.class::isInstance)
                .map(answer -> ((Job) answer).clusterId())
                .toList();
        assertThat(installed).hasSize(1);
        assertThat(answers)
                .filteredOn(KubefateException.class::isInstance)
                .singleElement()
                .asString()
                .contains("name=demo & namespace=demo Cluster already existed: uuid " + installed.get(0) + ", status ");
    }

    /** Returns the job of an install, or why it was rejected. */
    private FutureTask<Object> installing() {
        FutureTask<Object> task = new FutureTask<>(() -> {
            try {
                return provisioning
                        .install(args("v1", "a"), Submission.by("me"))
                        .job();
            } catch (KubefateException e) {
                return e;
            }
        });
        new Thread(task).start();
        return task;
    }

    @Test
    void warnsOfALoadBalancerWithoutAnAddressOnceTheClusterRuns() {
        String cluster = install("v1", "a");
        kubernetes.apply(new Manifest(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Map.of("name", "gate", "namespace", "demo", "labels", Map.of(Ownership.CLUSTER, cluster)),
                "spec",
                Map.of("type", "LoadBalancer", "ports", List.of(Map.of("port", 80))))));

        assertThat(clusters.describe(cluster).info().warnings())
                .singleElement()
                .asString()
                .startsWith("Service/gate: the load balancer has no address yet");

        kubernetes
                .find(List.of(new ObjectRef("apps/v1", "Deployment", "demo", "python")))
                .forEach(kubernetes::delete);
        assertThat(clusters.describe(cluster).status()).isEqualTo("Unavailable");
        assertThat(clusters.describe(cluster).info().warnings()).isEmpty();
    }

    @Test
    void planOfADeleteListsWhatIsRemoved() {
        String cluster = install("v1", "a");

        ClusterPlan plan = clusters.planDelete(cluster, false);

        assertThat(plan.operation()).isEqualTo("delete");
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.objects()).extracting(ObjectChange::action).containsOnly("remove");
        assertThat(clusters.describe(cluster).status()).isEqualTo("Running");
    }

    @Test
    void planTellsTheInstallOfAClusterThatIsNotThere() {
        ClusterPlan plan = provisioning.plan(args("v1", "a")).plan();

        assertThat(plan.operation()).isEqualTo("install");
        assertThat(plan.changes()).isTrue();
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.objects()).extracting(ObjectChange::action).containsOnly("create");
        assertThat(plan.modules()).containsExactly("python");
        assertThat(listedJobs()).isEmpty();
    }

    @Test
    void planTellsTheUpdateOfOneThatIs() {
        install("v1", "a");

        ClusterPlan plan = provisioning.plan(args("v1", "b")).plan();

        assertThat(plan.operation()).isEqualTo("update");
        assertThat(plan.objects())
                .extracting(ObjectChange::action, ObjectChange::name, ObjectChange::restarts)
                .containsExactly(tuple("update", "settings", false), tuple("restart", "python", true));
        assertThat(plan.objects().get(0).fields()).containsExactly(new FieldDiff("data.key", "a", "b"));
    }

    @Test
    void planOfTheSameFileChangesNothing() {
        install("v1", "a");

        assertThat(provisioning.plan(args("v1", "a")).plan().changes()).isFalse();
    }

    @Test
    void planHidesThePasswordsOfTheFile() {
        install("v1", "one");

        assertThat(provisioning
                        .plan(args("v1", "sesam\npassword: sesam"))
                        .plan()
                        .toString())
                .doesNotContain("sesam");
    }

    @Test
    void anUnchangedFileIsRefused() {
        install("v1", "a");

        assertRefused(
                () -> provisioning.update(args("v1", "a"), Submission.by("me")),
                ErrorCode.UNCHANGED,
                "the configuration file did not change");
    }

    @Test
    void theSameFileIsAChangeWhenAnotherPluginRendersIt() {
        install("v1", "a");
        plugin = "test@2";

        assertThat(ended(provisioning
                                .update(args("v1", "a"), Submission.by("me"))
                                .job())
                        .status())
                .isEqualTo("Success");
    }

    @Test
    void anUnknownClusterIsRefusedInTheWordsOfKubefate() {
        assertRefused(
                () -> provisioning.update(args("v1", "a"), Submission.by("me")),
                ErrorCode.UNKNOWN_CLUSTER,
                "name=demo Cluster is not existed");
    }

    @ParameterizedTest
    @CsvSource({
        "v2, v1, using kubefate to downgrade a cluster is not supported yet",
        "v2, v10, an upgrade from test v2 to test v10 is not supported",
    })
    void aReleaseThatCannotBeReachedIsRefused(String from, String to, String reason) {
        install(from, "a");

        assertRefused(() -> provisioning.update(args(to, "b"), Submission.by("me")), ErrorCode.UPGRADE_REFUSED, reason);
        assertRefused(() -> provisioning.plan(args(to, "b")), ErrorCode.UPGRADE_REFUSED, reason);
    }

    @Test
    void anotherChartIsRefused() {
        install("v1", "a");
        ClusterArgs other = args("v1", "b\nchartName: other");

        assertRefused(
                () -> provisioning.update(other, Submission.by("me")),
                ErrorCode.UPGRADE_REFUSED,
                "doesn't support upgrade between different charts");
    }

    @Test
    void aReleaseThatThePluginAllowsIsAnUpdate() {
        String cluster = install("v1", "a");

        assertThat(ended(provisioning
                                .update(args("v2", "b"), Submission.by("me"))
                                .job())
                        .status())
                .isEqualTo("Success");
        assertThat(clusters.describe(cluster).chartVersion()).isEqualTo("v2");
    }

    @Test
    void planTellsTheStepsOfAnUpgrade() {
        install("v2", "a");

        ClusterPlan plan = provisioning.plan(args("v3", "a")).plan();

        assertThat(plan.steps()).containsExactly(new PlannedStep("migrate", List.of("migrate:1")));
        assertThat(plan.changes()).isTrue();
        assertThat(plan.feasible()).isTrue();
        assertThat(plan.objects()).extracting(ObjectChange::kind).doesNotContain("Job");
        assertThat(provisioning.plan(args("v2", "b")).plan().steps()).isEmpty();
    }

    @Test
    void anUpgradeRunsItsStepsAndKeepsTheirLogsWithoutPasswords() {
        String cluster = install("v2", "a");

        Job job = ended(provisioning
                .update(args("v3", "b\nmigration: sesam\npassword: sesam"), Submission.by("me"))
                .job());

        assertThat(job.status()).isEqualTo("Success");
        assertThat(clusters.describe(cluster).chartVersion()).isEqualTo("v3");
        assertThat(jobs.steps(job.uuid())).singleElement().satisfies(step -> {
            assertThat(step.name()).isEqualTo("migrate");
            assertThat(step.status()).isEqualTo("Succeeded");
            assertThat(step.log()).isEqualTo("the sandbox runs no container of (hidden)\n");
        });
    }

    @Test
    void aStepThatIsNoJobIsThePluginsFault() {
        install("v2", "a");

        assertRefused(
                () -> provisioning.update(args("v3", "b\nstepVersion: batch/v1beta1"), Submission.by("me")),
                ErrorCode.PLUGIN_FAILED,
                "plugin test@1: template migrate.yaml.ftl: an upgrade step must be a batch/v1 Job or a PersistentVolumeClaim, not Job/migrate of"
                        + " batch/v1beta1");
        assertThat(listedJobs()).hasSize(1);
    }

    @Test
    void aRollbackToAnEarlierChartVersionWarnsOfTheData() {
        String cluster = install("v2", "a");
        ended(provisioning.update(args("v3", "b"), Submission.by("me")).job());

        assertThat(rollbacks.plan(cluster, 1, PLAIN).data())
                .anyMatch(text -> text.contains("what an upgrade migrated is not migrated back"));
        AcceptedChange accepted = rollbacks.rollback(cluster, 1, PLAIN, Submission.by("me"));
        Job job = ended(accepted.job());

        assertThat(accepted.warnings())
                .extracting(SpecProblem::message)
                .singleElement()
                .asString()
                .contains("v3");
        assertThat(job.status()).isEqualTo("Success");
        assertThat(jobs.steps(job.uuid())).isEmpty();
        assertThat(clusters.describe(cluster).chartVersion()).isEqualTo("v2");
    }

    @Test
    void aSecondJobIsRefusedWithTheIdOfTheFirst() {
        install("v1", "a");
        kubernetes.failImage("python:b");
        String first = provisioning
                .update(args("v1", "b\nimage: python:b"), Submission.by("me"))
                .job()
                .uuid();

        assertRefused(() -> provisioning.update(args("v1", "c"), Submission.by("me")), ErrorCode.JOB_ACTIVE, first);
    }

    @Test
    void historyTellsEachRevisionAndWhatBecameOfIt() {
        String cluster = install("v1", "a");
        kubernetes.failImage("python:2");
        ended(provisioning
                .update(args("v1", "b\nimage: python:2", 1L), Submission.by("them"))
                .job());

        assertThat(revisions.history(cluster))
                .extracting(Revision::number, Revision::current, Revision::good, Revision::creator, Revision::jobStatus)
                .containsExactly(tuple(1, true, true, "me", "Success"), tuple(2, false, false, "them", "Rollback"));
        assertThat(revisions.find(cluster, 1).spec()).contains("value: a");
        assertThat(revisions.find(cluster, 1).manifests()).contains("kind: ConfigMap");
        assertRefused(() -> revisions.find(cluster, 3), ErrorCode.NOT_FOUND, "record not found");
    }

    @Test
    void comparesRevisions() {
        String cluster = install("v1", "a");
        ended(provisioning.update(args("v1", "b"), Submission.by("me")).job());

        RevisionDiff diff = revisions.diff(cluster, 1, Optional.empty());

        assertThat(diff.to()).isEqualTo(2);
        assertThat(diff.spec()).containsExactly(new FieldDiff("value", "a", "b"));
        assertThat(diff.objects()).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("settings");
            assertThat(change.fields()).containsExactly(new FieldDiff("data.key", "a", "b"));
        });
        assertThat(revisions.diff(cluster, 1, Optional.of(1)).objects()).isEmpty();
    }

    @Test
    void goesBackToAnEarlierRevisionAsANewOne() {
        String cluster = install("v1", "a");
        ended(provisioning.update(args("v2", "b"), Submission.by("me")).job());
        assertThat(rollbacks.plan(cluster, 1, PLAIN).objects())
                .extracting(ObjectChange::action)
                .containsExactly("update", "restart");

        Job job = ended(
                rollbacks.rollback(cluster, 1, PLAIN, Submission.by("them")).job());

        assertThat(job.status()).isEqualTo("Success");
        assertThat(job.method()).isEqualTo("ClusterUpdate");
        assertThat(clusters.describe(cluster).spec()).containsEntry("value", "a");
        assertThat(clusters.describe(cluster).chartVersion()).isEqualTo("v1");
        assertThat(revisions.history(cluster))
                .last()
                .extracting(Revision::number, Revision::restored, Revision::current)
                .containsExactly(3, 1, true);
    }

    @Test
    void doesNotGoBackToARevisionThatWasNeverReady() {
        String cluster = install("v1", "a");
        kubernetes.failImage("python:2");
        ended(provisioning
                .update(args("v1", "b\nimage: python:2", 1L), Submission.by("me"))
                .job());

        assertRefused(
                () -> rollbacks.rollback(cluster, 2, PLAIN, Submission.by("me")),
                ErrorCode.WRONG_STATE,
                "revisions that were: [1]");
    }

    private static void assertRefused(ThrowingCallable call, ErrorCode code, String... messages) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KubefateException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContainingAll(messages);
    }

    private AcceptedChange provision(String operation, boolean force) {
        return operation.equals("install")
                ? provisioning.install(args("v1", "b"), Submission.by("me").forced(force))
                : provisioning.update(args("v1", "b"), Submission.by("me").forced(force));
    }

    private static PreflightFacts terminating() {
        return PreflightFacts.unlimited("Terminating");
    }

    private static PreflightFacts denied(String permission) {
        PreflightFacts facts = PreflightFacts.unlimited("Active");
        return new PreflightFacts(facts.namespace(), List.of(permission), facts.unserved(), facts.cluster());
    }
}
