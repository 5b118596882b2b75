package io.kubefate.server.service;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.Job;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.server.service.ClusterPlanning.Wish;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Previews installs and updates, and accepts updates. */
public class UpdateService {

    private final ClusterStore clusters;
    private final SpecIntake specs;
    private final UpgradeSteps upgrades;
    private final ClusterPlanning planning;
    private final UpdateIntake intake;

    /**
     * A service.
     *
     * @param clusters where clusters are
     * @param specs checks and renders what is asked for
     * @param upgrades knows what has to run before a new release
     * @param planning plans it
     * @param intake accepts it
     */
    public UpdateService(
            ClusterStore clusters,
            SpecIntake specs,
            UpgradeSteps upgrades,
            ClusterPlanning planning,
            UpdateIntake intake) {
        this.clusters = clusters;
        this.specs = specs;
        this.upgrades = upgrades;
        this.planning = planning;
        this.intake = intake;
    }

    /**
     * Tells what an install would do, or an update if there is such a cluster; does nothing.
     *
     * @param args what to install, or what the cluster is to be
     * @return the plan and the warnings
     * @throws KubefateException as {@link ClusterService#install} and {@link #update}, but for what the plan itself tells
     */
    public PlannedCluster plan(ClusterArgs args) {
        AcceptedSpec checked = specs.check(args);
        Optional<ClusterRecord> cluster =
                clusters.findByName(checked.spec().name(), checked.spec().namespace());
        List<Manifest> steps = cluster.map(found -> upgrades.of(found, checked)).orElse(List.of());
        return new PlannedCluster(
                planning.preview(wish(cluster, checked, steps, args)), SpecProblems.of(checked.warnings()));
    }

    /**
     * Accepts an update: checks everything that can be checked at once, then stores revision and job.
     *
     * @param args what the cluster of this name and namespace is to be
     * @param user who asks
     * @return the new job and the warnings
     * @throws KubefateException {@code INVALID_REQUEST}, {@code INVALID_SPEC}, {@code UNKNOWN_RELEASE}, {@code PLUGIN_FAILED},
     *     {@code UNKNOWN_CLUSTER}, {@code JOB_ACTIVE}, {@code UNCHANGED}, {@code UPGRADE_REFUSED}, {@code PLAN_REFUSED}, or a
     *     failure of Kubernetes or the database
     */
    public AcceptedInstall update(ClusterArgs args, String user) {
        AcceptedSpec checked = specs.check(args);
        ClusterRecord cluster = find(checked.spec().name(), checked.spec().namespace());
        clusters.refuseIfActive(cluster);
        List<Manifest> steps = upgrades.of(cluster, checked);
        refuseUnchanged(cluster, checked);
        planning.refuseObstacles(wish(Optional.of(cluster), checked, steps, args));
        Job job = intake.accept(checked.revision(cluster.uuid(), 0, user, intake.now()), steps, args, user);
        return new AcceptedInstall(job, SpecProblems.of(checked.warnings()));
    }

    private ClusterRecord find(String name, String namespace) {
        return clusters.findByName(name, namespace)
                .orElseThrow(() -> new KubefateException(
                        ErrorCode.UNKNOWN_CLUSTER,
                        "name=" + name + " Cluster is not existed; in namespace " + namespace
                                + " there is none, install it first"));
    }

    /** A newer plugin may render the same file differently, so with another plugin the same file is a change. */
    private void refuseUnchanged(ClusterRecord cluster, AcceptedSpec checked) {
        boolean sameFile =
                specs.read(cluster.spec()).values().equals(checked.spec().values());
        boolean samePlugin = clusters.revision(cluster.uuid(), cluster.revision())
                .filter(revision -> revision.plugin().equals(checked.plugin()))
                .isPresent();
        if (cluster.status().isInstalled() && sameFile && samePlugin) {
            throw new KubefateException(ErrorCode.UNCHANGED, "the configuration file did not change");
        }
    }

    private Wish wish(Optional<ClusterRecord> cluster, AcceptedSpec checked, List<Manifest> steps, ClusterArgs args) {
        List<Map<String, Object>> files = cluster.map(found -> List.of(
                        specs.read(found.spec()).values(), checked.spec().values()))
                .orElseGet(() -> List.of(checked.spec().values()));
        return new Wish(
                cluster.isPresent() ? "update" : "install",
                cluster,
                ClusterPlanning.owner(
                        cluster, checked.spec().name(), checked.spec().namespace()),
                steps,
                checked.objects(),
                List.of(),
                files,
                Boolean.TRUE.equals(args.recreate()),
                Boolean.TRUE.equals(args.purge()));
    }
}
