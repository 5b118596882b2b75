package io.kubefate.server.service;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import com.google.common.collect.Lists;
import io.kubefate.planning.plan.Mask;
import io.kubefate.server.engine.RevisionMask;
import io.kubefate.server.store.ClusterStore;
import io.kubefate.server.store.cluster.RevisionRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Masks the passwords of clusters in answers of any shape: those of all revisions of a cluster, in its specs, in rendered objects, in
 * fields, texts, log lines and the arguments of jobs.
 */
public final class Masking {

    /** Their revisions are read at once, and only their passwords are kept. */
    private static final int BATCH = 20;

    private final ClusterStore clusters;

    public Masking(ClusterStore clusters) {
        this.clusters = requireNonNull(clusters, "clusters is null");
    }

    /**
     * Returns an answer without passwords.
     *
     * @param answer its JSON, as maps, lists and scalars
     * @param cluster the requested cluster; empty if each part of the answer identifies its own
     */
    public Map<String, Object> mask(Map<String, Object> answer, Optional<String> cluster) {
        return mask(answer, cluster, UnaryOperator.identity());
    }

    /**
     * Returns an answer without the passwords of some clusters.
     *
     * @param answer its JSON, as maps, lists and scalars
     * @param cluster the requested cluster; empty if each part of the answer identifies its own
     * @param masked selects the clusters whose passwords are masked from those of the answer, by their ids
     */
    public Map<String, Object> mask(
            Map<String, Object> answer, Optional<String> cluster, UnaryOperator<Set<String>> masked) {
        Set<String> owners = answer.values().stream()
                .flatMap(Masking::items)
                .map(item -> owner(item, cluster))
                .filter(owner -> !owner.isEmpty())
                .collect(toCollection(LinkedHashSet::new));
        Map<String, Mask> masks = masks(masked.apply(owners));
        UnaryOperator<Object> item = part -> Optional.ofNullable(masks.get(owner(part, cluster)))
                .map(mask -> MaskedItem.of(part, mask))
                .orElse(part);
        Map<String, Object> result = new LinkedHashMap<>();
        answer.forEach((key, value) -> result.put(
                key,
                value instanceof Collection<?> list ? list.stream().map(item).toList() : item.apply(value)));
        return result;
    }

    /**
     * Returns a mask for a stream about a cluster.
     *
     * @param isMasked whether passwords are masked at the moment
     */
    public StreamMask stream(String cluster, BooleanSupplier isMasked) {
        return new StreamMask(clusters, cluster, isMasked);
    }

    private Map<String, Mask> masks(Set<String> owners) {
        Map<String, Mask> masks = new HashMap<>();
        for (List<String> some : Lists.partition(List.copyOf(owners), BATCH)) {
            Map<String, List<RevisionRecord>> revisions =
                    clusters.revisions(some).stream().collect(groupingBy(RevisionRecord::clusterUuid));
            some.forEach(owner -> masks.put(owner, RevisionMask.of(revisions.getOrDefault(owner, List.of()))));
        }
        return masks;
    }

    private static Stream<?> items(Object value) {
        return value instanceof Collection<?> list ? list.stream() : Stream.ofNullable(value);
    }

    /** Returns the id of the cluster that an item belongs to: a job references it, the path may contain it, a cluster has it. */
    private static String owner(Object item, Optional<String> cluster) {
        Map<?, ?> fields = item instanceof Map<?, ?> map ? map : Map.of();
        return Optional.ofNullable(fields.get("cluster_id"))
                .map(String::valueOf)
                .filter(id -> !id.isEmpty())
                .or(() -> cluster)
                .or(() -> Optional.ofNullable(fields.get("uuid")).map(String::valueOf))
                .orElse("");
    }
}
