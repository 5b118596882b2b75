package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.access.PodAccess;
import java.util.concurrent.ExecutorService;

/**
 * The services for the pods of clusters.
 *
 * @param exec runs commands in their containers
 * @param pages their web pages
 * @param executor provides a thread for each connection
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
     * Creates the services.
     *
     * @param executor provides a thread for each connection
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
