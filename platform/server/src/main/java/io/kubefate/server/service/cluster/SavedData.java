package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.ObjectClient;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.job.HistoryRecord;
import io.kubefate.server.store.job.JobStatus;
import io.kubefate.server.store.step.StepRecord;
import io.kubefate.spi.Annotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The data that steps of upgrades have saved, and the steps that restore them. Needs no plugin: a saving step names how to restore. */
final class SavedData {

    private final ClusterStore clusters;
    private final ObjectClient kubernetes;

    SavedData(ClusterStore clusters, ObjectClient kubernetes) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
    }

    /**
     * What was saved by the last upgrade, or attempt of one, that began with the data of a revision.
     *
     * @param revision the upgrade's revision
     * @param steps the Jobs that restore the data, in their order
     */
    record Restore(int revision, List<Manifest> steps) {

        Restore {
            steps = List.copyOf(steps);
        }
    }

    /**
     * Finds what was saved of the data of a revision.
     *
     * @throws KubefateException {@code WRONG_STATE} if nothing was saved, or if it is gone
     */
    Restore of(ClusterRecord cluster, RevisionRecord revision) {
        int last = lastOfItsData(cluster, revision);
        List<StepRecord> saving = clusters.steps(cluster.uuid()).stream()
                .filter(step -> step.revision() > revision.number() && step.revision() <= last)
                .filter(StepRecord::hasSaved)
                .toList();
        int from = saving.stream().mapToInt(StepRecord::revision).max().orElseThrow(() -> nothingSaved(revision));
        List<StepRecord> steps =
                saving.stream().filter(step -> step.revision() == from).toList();
        refuseMissing(cluster, from, steps);
        return new Restore(
                from, steps.stream().map(step -> restoring(step, from)).toList());
    }

    /** Returns the first revision after it that was ready with another chart version, else the last revision of all. */
    private int lastOfItsData(ClusterRecord cluster, RevisionRecord revision) {
        return clusters.history(cluster.uuid()).stream()
                .filter(later -> later.number() > revision.number() && later.status() == JobStatus.Success)
                .filter(later -> !later.origin().release().chartVersion().equals(revision.chartVersion()))
                .mapToInt(HistoryRecord::number)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static KubefateException nothingSaved(RevisionRecord revision) {
        return new KubefateException(
                ErrorCode.WRONG_STATE,
                "no data of revision " + revision.number() + " were saved: no upgrade from "
                        + revision.chartVersion()
                        + " with a step that saves data has begun since; roll back without restoring data");
    }

    private void refuseMissing(ClusterRecord cluster, int revision, List<StepRecord> steps) {
        List<String> claims = steps.stream()
                .flatMap(step -> step.claims().stream())
                .distinct()
                .toList();
        List<String> live = kubernetes
                .find(claims.stream()
                        .map(name -> new ObjectRef("v1", "PersistentVolumeClaim", cluster.namespace(), name))
                        .toList())
                .stream()
                .map(claim -> claim.ref().name())
                .toList();
        claims.stream().filter(name -> !live.contains(name)).findFirst().ifPresent(name -> {
            throw new KubefateException(
                    ErrorCode.WRONG_STATE,
                    "what the upgrade to revision " + revision + " saved is gone: PersistentVolumeClaim/" + name
                            + " does not exist; roll back without restoring data");
        });
    }

    /** Returns the Job of a step that has saved data with the argument that restores them. */
    private static Manifest restoring(StepRecord step, int revision) {
        Manifest job = step.rendered();
        Map<String, Object> annotations = new LinkedHashMap<>(Manifest.map(job.metadata(), "annotations"));
        Object argument = annotations.remove(Annotations.RESTORE_ARGUMENT);
        Map<String, Object> template = new LinkedHashMap<>(Manifest.map(job.spec(), "template"));
        Map<String, Object> pod = new LinkedHashMap<>(Manifest.map(template, "spec"));
        List<Object> containers = new ArrayList<>((List<?>) pod.getOrDefault("containers", List.of()));
        Map<String, Object> first = new LinkedHashMap<>(Manifest.map(Map.of("first", containers.get(0)), "first"));
        first.put("args", List.of(String.valueOf(argument)));
        containers.set(0, first);
        pod.put("containers", containers);
        template.put("spec", pod);
        return job.withSpec("template", template)
                .withMetadata("annotations", annotations)
                .withMetadata("name", "restore-" + step.name())
                .withPodAnnotation(Ownership.REVISION, String.valueOf(revision));
    }
}
