package io.kubefate.server.service.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Revision;
import io.kubefate.api.RevisionDiff;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.plan.Comparison;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.MemoryList;
import io.kubefate.server.service.spec.SpecIntake;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.cluster.RevisionRecord;
import io.kubefate.server.store.job.HistoryRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Returns and compares the revisions of clusters. Needs no plugin. */
public final class RevisionService {

    private static final MemoryList<Revision> LIST = new MemoryList<>(RevisionService::number)
            .with("created", RevisionService::number)
            .with("status", Revision::jobStatus)
            .with(
                    "text",
                    revision -> String.join(
                            " ",
                            revision.creator(),
                            revision.chartVersion(),
                            revision.engine(),
                            revision.plugin(),
                            revision.jobId()));

    private final ClusterStore clusters;
    private final SpecIntake specs;

    public RevisionService(ClusterStore clusters, SpecIntake specs) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.specs = requireNonNull(specs, "specs is null");
    }

    /**
     * Lists the revisions of a cluster, by default all, oldest first, without their files and objects.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public ListPart<Revision> history(String uuid, ListRequest request) {
        return LIST.part(history(uuid), request);
    }

    List<Revision> history(String uuid) {
        ClusterRecord cluster = find(uuid);
        return clusters.history(uuid).stream()
                .map(entry -> RevisionAnswer.of(cluster, entry, Optional.empty()))
                .toList();
    }

    /**
     * Returns a revision with its file and objects.
     *
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Revision find(String uuid, int number) {
        ClusterRecord cluster = find(uuid);
        return RevisionAnswer.of(cluster, entry(uuid, number), Optional.of(revision(uuid, number)));
    }

    /**
     * Compares two revisions.
     *
     * @param to empty for the current revision
     * @throws KubefateException {@code NOT_FOUND}
     */
    public RevisionDiff diff(String uuid, int from, Optional<Integer> to) {
        ClusterRecord cluster = find(uuid);
        RevisionRecord before = revision(uuid, from);
        RevisionRecord after = revision(uuid, to.orElse(cluster.revision()));
        Map<String, Object> oldSpec = specs.read(before.spec().value()).values();
        Map<String, Object> newSpec = specs.read(after.spec().value()).values();
        List<Manifest> objects = Stream.concat(before.objects().stream(), after.objects().stream())
                .toList();
        Comparison comparison = new Comparison(Mask.of(List.of(oldSpec, newSpec), objects));
        return new RevisionDiff(
                before.number(),
                after.number(),
                PlanAnswer.fields(comparison.specs(oldSpec, newSpec)),
                PlanAnswer.objects(comparison.objects(before.objects(), after.objects())));
    }

    private static String number(Revision revision) {
        return MemoryList.number(revision.number());
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
