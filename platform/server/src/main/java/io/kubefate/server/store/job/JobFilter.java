package io.kubefate.server.store.job;

import java.util.Optional;
import java.util.Set;

/**
 * Selects jobs that were not removed from the list. A filter that is empty selects all.
 *
 * @param statuses one of them
 * @param methods one of them
 * @param cluster the id of the cluster
 * @param name of the cluster
 * @param namespace of the cluster
 * @param chart of the cluster
 * @param text a part of the id, the creator, or the name, namespace or id of the cluster, in lower case
 * @param visible one of these namespaces; all if empty
 */
public record JobFilter(
        Set<JobStatus> statuses,
        Set<JobMethod> methods,
        Optional<String> cluster,
        Optional<String> name,
        Optional<String> namespace,
        Optional<String> chart,
        Optional<String> text,
        Optional<Set<String>> visible) {

    public JobFilter {
        statuses = Set.copyOf(statuses);
        methods = Set.copyOf(methods);
    }

    public boolean anyStatus() {
        return statuses.isEmpty();
    }

    public boolean anyMethod() {
        return methods.isEmpty();
    }

    public boolean everywhere() {
        return visible.isEmpty();
    }
}
