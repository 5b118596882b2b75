package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.access.PodAccess;
import java.util.concurrent.ExecutorService;

/**
 * All that can be asked of the pods of clusters.
 *
 * @param logs their logs
 * @param events what Kubernetes reports about them
 * @param exec commands in their containers
 * @param pages their web pages
 * @param executor a thread for each conversation
 */
public record ClusterAccess(
        LogService logs, EventService events, ExecService exec, PageService pages, ExecutorService executor) {

    public ClusterAccess {
        requireNonNull(logs, "logs is null");
        requireNonNull(events, "events is null");
        requireNonNull(exec, "exec is null");
        requireNonNull(pages, "pages is null");
        requireNonNull(executor, "executor is null");
    }

    /**
     * Makes it.
     *
     * @param clusters finds a cluster by its id
     * @param pods the way into their pods
     * @param executor a thread for each conversation
     * @return all of it
     */
    public static ClusterAccess of(ClusterLookup clusters, PodAccess pods, ExecutorService executor) {
        return new ClusterAccess(
                new LogService(clusters, pods, executor),
                new EventService(clusters, pods),
                new ExecService(clusters, pods),
                new PageService(clusters, pods),
                executor);
    }
}
