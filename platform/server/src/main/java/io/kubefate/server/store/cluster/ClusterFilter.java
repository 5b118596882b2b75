package io.kubefate.server.store.cluster;

import java.util.Optional;
import java.util.Set;

/**
 * Selects clusters. A filter that is empty selects all.
 *
 * @param deletedToo whether deleted clusters are selected, too
 * @param statuses one of them
 * @param text a part of the name, namespace, chart or id, in lower case
 * @param visible one of these namespaces; all if empty
 */
public record ClusterFilter(
        boolean deletedToo,
        Set<ClusterStatus> statuses,
        Optional<String> name,
        Optional<String> namespace,
        Optional<String> chart,
        Optional<String> text,
        Optional<Set<String>> visible) {

    public ClusterFilter {
        statuses = Set.copyOf(statuses);
    }

    public boolean anyStatus() {
        return statuses.isEmpty();
    }

    public boolean everywhere() {
        return visible.isEmpty();
    }
}
