package io.kubefate.server.service;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.api.RollbackArgs;
import io.kubefate.api.SpecProblem;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.plan.Comparison;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.service.ClusterPlanning.Wish;
import io.kubefate.server.store.ClusterRecord;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.HistoryRecord;
import io.kubefate.server.store.JobStatus;
import io.kubefate.server.store.RevisionRecord;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The revisions of clusters: shows them, compares them, goes back to them. Needs no plugin. */
public class RevisionService {

    private final ClusterStore clusters;
    private final SpecIntake specs;
    private final ClusterPlanning planning;
    private final UpdateIntake intake;

    /**
     * A service.
     *
     * @param clusters where clusters and their revisions are
     * @param specs reads stored files
     * @param planning plans rollbacks
     * @param intake accepts them
     */
    public RevisionService(ClusterStore clusters, SpecIntake specs, ClusterPlanning planning, UpdateIntake intake) {
        this.clusters = clusters;
        this.specs = specs;
        this.planning = planning;
        this.intake = intake;
    }

    /**
     * Lists the revisions of a cluster.
     *
     * @param uuid the cluster's id
     * @return oldest first, without their files and objects
     * @throws KubefateException {@code NOT_FOUND}
     */
    public List<Revision> history(String uuid) {
        ClusterRecord cluster = find(uuid);
        return clusters.history(uuid).stream()
                .map(entry -> RevisionAnswer.of(cluster, entry, Optional.empty()))
                .toList();
    }

    /**
     * One revision.
     *
     * @param uuid the cluster's id
     * @param number the revision's
     * @return with its file and objects
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Revision find(String uuid, int number) {
        ClusterRecord cluster = find(uuid);
        return RevisionAnswer.of(cluster, entry(uuid, number), Optional.of(revision(uuid, number)));
    }

    /**
     * Compares two revisions.
     *
     * @param uuid the cluster's id
     * @param from the one
     * @param to the other; empty for what the cluster has now
     * @return in what they differ
     * @throws KubefateException {@code NOT_FOUND}
     */
    public RevisionDiff diff(String uuid, int from, Optional<Integer> to) {
        ClusterRecord cluster = find(uuid);
        RevisionRecord before = revision(uuid, from);
        RevisionRecord after = revision(uuid, to.orElse(cluster.revision()));
        Map<String, Object> oldSpec = specs.read(before.spec()).values();
        Map<String, Object> newSpec = specs.read(after.spec()).values();
        Comparison comparison = new Comparison(Mask.of(List.of(oldSpec, newSpec)));
        return new RevisionDiff(
                before.number(),
                after.number(),
                PlanAnswer.fields(comparison.specs(oldSpec, newSpec)),
                PlanAnswer.objects(comparison.objects(before.objects(), after.objects())));
    }

    /**
     * Tells what a rollback would do; does nothing.
     *
     * @param uuid the cluster's id
     * @param number a revision that was ready once
     * @param args how
     * @return the plan
     * @throws KubefateException {@code NOT_FOUND}, {@code WRONG_STATE}
     */
    public ClusterPlan planRollback(String uuid, int number, RollbackArgs args) {
        return planning.preview(wish(find(uuid), good(uuid, number), args));
    }

    /**
     * Accepts a rollback: the cluster gets a new revision that repeats an old one.
     *
     * @param uuid the cluster's id
     * @param number a revision that was ready once
     * @param args how
     * @param user who asks
     * @return the new job, Pending, and a warning if the data stay as a later chart version has left them
     * @throws KubefateException {@code NOT_FOUND}, {@code JOB_ACTIVE}, {@code WRONG_STATE} if the revision never became ready,
     *     {@code PLAN_REFUSED}
     */
    public AcceptedInstall rollback(String uuid, int number, RollbackArgs args, String user) {
        ClusterRecord cluster = find(uuid);
        clusters.refuseIfActive(cluster);
        RevisionRecord old = good(uuid, number);
        planning.refuseObstacles(wish(cluster, old, args));
        RevisionRecord repeated = new RevisionRecord(
                uuid,
                0,
                old.spec(),
                old.manifests(),
                old.plugin(),
                user,
                intake.now(),
                old.chartVersion(),
                old.engine(),
                old.number());
        Job job = intake.accept(repeated, List.of(), shown(cluster, old, args), user);
        List<SpecProblem> warnings = kept(cluster, old).stream()
                .map(text -> new SpecProblem("warning", "chartVersion", 0, text))
                .toList();
        return new AcceptedInstall(job, warnings);
    }

    private RevisionRecord good(String uuid, int number) {
        if (entry(uuid, number).status() != JobStatus.Success) {
            List<Integer> good = clusters.history(uuid).stream()
                    .filter(entry -> entry.status() == JobStatus.Success)
                    .map(HistoryRecord::number)
                    .toList();
            throw new KubefateException(
                    ErrorCode.WRONG_STATE, "revision " + number + " never became ready; those that did: " + good);
        }
        return revision(uuid, number);
    }

    private Wish wish(ClusterRecord cluster, RevisionRecord revision, RollbackArgs args) {
        return new Wish(
                "rollback",
                Optional.of(cluster),
                ClusterPlanning.owner(Optional.of(cluster), cluster.name(), cluster.namespace()),
                List.of(),
                revision.objects(),
                kept(cluster, revision),
                List.of(
                        specs.read(cluster.spec()).values(),
                        specs.read(revision.spec()).values()),
                Boolean.TRUE.equals(args.recreate()),
                Boolean.TRUE.equals(args.purge()));
    }

    /** An upgrade may have migrated the data, and no plugin says how to migrate them back. */
    private static List<String> kept(ClusterRecord cluster, RevisionRecord revision) {
        return cluster.chartVersion().equals(revision.chartVersion())
                ? List.of()
                : List.of("data stay as " + cluster.chartVersion()
                        + " has left them: what an upgrade has migrated is not migrated" + " back, and "
                        + revision.chartVersion() + " may not be able to read it");
    }

    /** Existing clients read what a job was started with; a rollback is an update with an old file to them. */
    private static ClusterArgs shown(ClusterRecord cluster, RevisionRecord revision, RollbackArgs args) {
        String data = Base64.getEncoder().encodeToString(revision.spec().getBytes(StandardCharsets.UTF_8));
        return new ClusterArgs(
                cluster.name(),
                cluster.namespace(),
                cluster.chartName(),
                revision.chartVersion(),
                false,
                data,
                false,
                args.timeLimit(),
                null,
                args.recreate(),
                args.purge());
    }

    private ClusterRecord find(String uuid) {
        return clusters.find(uuid).orElseThrow(KubefateException::notFound);
    }

    private RevisionRecord revision(String uuid, int number) {
        return clusters.revision(uuid, number).orElseThrow(KubefateException::notFound);
    }

    private HistoryRecord entry(String uuid, int number) {
        return clusters.history(uuid).stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .orElseThrow(KubefateException::notFound);
    }
}
