package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.DryRun;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.ManifestWriter;
import io.kubefate.planning.manifest.Owner;
import io.kubefate.planning.plan.PlanOption;
import io.kubefate.server.service.spec.AcceptedSpec;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.service.spec.SpecProblems;
import io.kubefate.server.service.spec.UpgradeSteps;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Installs and updates clusters from a cluster.yaml, and plans both. */
public final class ProvisioningService {

    private static final int FIRST_REVISION = 1;

    private final ClusterStore clusters;
    private final SpecIntake specs;
    private final UpgradeSteps upgrades;
    private final ClusterPlanner planner;
    private final JobIntake intake;

    public ProvisioningService(
            ClusterStore clusters, SpecIntake specs, UpgradeSteps upgrades, ClusterPlanner planner, JobIntake intake) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.specs = requireNonNull(specs, "specs is null");
        this.upgrades = requireNonNull(upgrades, "upgrades is null");
        this.planner = requireNonNull(planner, "planner is null");
        this.intake = requireNonNull(intake, "intake is null");
    }

    /** Returns the namespace of the cluster of a request, as {@link SpecIntake#namespace}. */
    public String namespace(ClusterArgs args) {
        return specs.namespace(args);
    }

    /**
     * Accepts an install.
     *
     * @return the new job and the warnings; of a repeated request, those of the first
     * @throws KubefateException {@code INVALID_REQUEST}, {@code INVALID_SPEC}, {@code UNKNOWN_RELEASE}, {@code PLUGIN_FAILED}, {@code
     *     ALREADY_EXISTS}, {@code OWNED_BY_ANOTHER}, {@code PLAN_REFUSED}, {@code IDEMPOTENCY_KEY_REUSED}, or a failure of Kubernetes or
     *     the database; nothing is stored then
     */
    public AcceptedChange install(ClusterArgs args, Submission submission) {
        return intake.once(submission, change -> change, () -> acceptInstall(args, submission));
    }

    private AcceptedChange acceptInstall(ClusterArgs args, Submission submission) {
        AcceptedSpec checked = specs.check(args);
        find(checked).ifPresent(this::rejectExisting);
        Set<PlanOption> options = options(args)
                .with(PlanOption.REPLACE_FOREIGN, args.cover())
                .with(PlanOption.FORCE, submission.force())
                .build();
        try {
            return accept(install(checked, options), checked, args, submission);
        } catch (KubefateException e) {
            // another request may have installed the cluster in the meantime, and its objects spoil this plan
            find(checked).ifPresent(this::rejectExisting);
            throw e;
        }
    }

    /**
     * Accepts an update of the cluster that the cluster.yaml names.
     *
     * @return the new job and the warnings
     * @throws KubefateException {@code INVALID_REQUEST}, {@code INVALID_SPEC}, {@code UNKNOWN_RELEASE}, {@code PLUGIN_FAILED}, {@code
     *     UNKNOWN_CLUSTER}, {@code PRECONDITION_FAILED}, {@code JOB_ACTIVE}, {@code UNCHANGED}, {@code UPGRADE_REFUSED}, {@code PLAN_REFUSED}, or a failure of
     *     Kubernetes or the database; nothing is stored then
     */
    public AcceptedChange update(ClusterArgs args, Submission submission) {
        AcceptedSpec checked = upgrades.check(args);
        ClusterRecord cluster = find(checked).orElseThrow(() -> unknown(checked));
        clusters.requests().refuse(cluster, submission.conditions());
        Set<PlanOption> options =
                options(args).with(PlanOption.FORCE, submission.force()).build();
        PlanRequest request = update(cluster, checked, options);
        rejectUnchanged(request, cluster, checked);
        return accept(request, checked, args, submission);
    }

    /**
     * Plans an install, or an update if the cluster exists. Changes nothing.
     *
     * @return the plan and the warnings
     * @throws KubefateException as {@link #install} and {@link #update}, except for what the plan itself shows
     */
    public PlannedCluster plan(ClusterArgs args) {
        AcceptedSpec checked = upgrades.check(args);
        PlanRequest request = find(checked)
                .map(cluster -> update(cluster, checked, options(args).build()))
                .orElseGet(() -> install(
                        checked,
                        options(args)
                                .with(PlanOption.REPLACE_FOREIGN, args.cover())
                                .build()));
        return new PlannedCluster(PlanAnswer.of(planner.review(request)), SpecProblems.of(checked.warnings()));
    }

    /**
     * Renders the objects that an install would create. Needs neither Kubernetes nor the database.
     *
     * @return the objects and the warnings
     */
    public DryRun dryRun(ClusterArgs args) {
        AcceptedSpec checked = specs.check(args);
        return new DryRun(ManifestWriter.yaml(checked.objects()), SpecProblems.of(checked.warnings()));
    }

    private AcceptedChange accept(PlanRequest request, AcceptedSpec checked, ClusterArgs args, Submission submission) {
        RevisionRecord revision =
                checked.revision(request.owner().clusterId(), FIRST_REVISION, submission.user(), intake.now());
        ClusterRecord release = checked.cluster(request.owner(), revision.createdAt());
        return intake.accept(request, release, revision, args, submission.conditions(), checked.warnings());
    }

    private Optional<ClusterRecord> find(AcceptedSpec checked) {
        return clusters.findByName(checked.spec().name(), checked.spec().namespace());
    }

    /** The message starts with the text of KubeFATE. */
    private void rejectExisting(ClusterRecord cluster) {
        throw new KubefateException(
                ErrorCode.ALREADY_EXISTS,
                "name=" + cluster.name() + " & namespace=" + cluster.namespace() + " Cluster already existed: uuid "
                        + cluster.uuid() + ", status " + cluster.status() + "; " + advice(cluster));
    }

    private String advice(ClusterRecord cluster) {
        if (clusters.lastRevision(cluster.uuid()) == 0) {
            return "it is a cluster of the original KubeFATE; adopt it with \"kubefate cluster adopt " + cluster.name()
                    + " --namespace " + cluster.namespace() + "\"";
        }
        return switch (cluster.status()) {
            case Running, Unavailable, Failed ->
                "to change it, use \"kubefate cluster update\"; to remove it, use \"kubefate cluster delete "
                        + cluster.uuid() + "\"";
            case Pending, Creating, Updating, Deleting, Deleted ->
                "a job changes it; follow the job with \"kubefate job list\" and \"kubefate job wait\"";
        };
    }

    private static KubefateException unknown(AcceptedSpec checked) {
        return new KubefateException(
                ErrorCode.UNKNOWN_CLUSTER,
                "name=" + checked.spec().name() + " Cluster is not existed in namespace "
                        + checked.spec().namespace() + "; install it first");
    }

    /** Another plugin may render the same file differently, so it is a change even if the file is the same. */
    private void rejectUnchanged(PlanRequest request, ClusterRecord cluster, AcceptedSpec checked) {
        boolean sameFile = request.desired().specs().stream().distinct().count() == 1;
        if (cluster.status().isInstalled() && sameFile && isInstalledBy(checked.plugin(), cluster)) {
            throw new KubefateException(ErrorCode.UNCHANGED, "the configuration file did not change");
        }
    }

    private boolean isInstalledBy(String plugin, ClusterRecord cluster) {
        return clusters.revision(cluster.uuid(), cluster.revision())
                .filter(revision -> revision.plugin().equals(plugin))
                .isPresent();
    }

    private static PlanRequest install(AcceptedSpec checked, Set<PlanOption> options) {
        Owner owner = new Owner(
                UUID.randomUUID().toString(),
                checked.spec().name(),
                checked.spec().namespace());
        DesiredState desired = new DesiredState(
                List.of(), checked.objects(), List.of(), List.of(checked.spec().values()));
        return new PlanRequest(Operation.INSTALL, owner, Optional.empty(), desired, options);
    }

    private PlanRequest update(ClusterRecord cluster, AcceptedSpec checked, Set<PlanOption> options) {
        DesiredState desired = new DesiredState(
                upgrades.of(cluster, checked),
                checked.objects(),
                List.of(),
                List.of(
                        specs.read(cluster.spec().value()).values(),
                        checked.spec().values()));
        return PlanRequest.of(Operation.UPDATE, cluster, desired, options);
    }

    /** Existing clients send {@code cover} with every update; only an install replaces foreign objects. */
    private static PlanOptions options(ClusterArgs args) {
        return PlanOptions.builder()
                .with(PlanOption.RECREATE, args.recreate())
                .with(PlanOption.PURGE, args.purge())
                .with(PlanOption.ACCEPT_DATA_LOSS, args.acceptDataLoss());
    }
}
