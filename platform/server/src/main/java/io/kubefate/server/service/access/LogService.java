package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.store.ClusterRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** The logs of clusters. */
public final class LogService {

    private static final Duration LIMIT = Duration.ofSeconds(45);

    /** Of one answer; what is followed has no limit. */
    private static final long MAX_CHARS = 4L * 1024 * 1024;

    private final ClusterLookup clusters;
    private final PodAccess pods;
    private final ExecutorService executor;

    /**
     * A service.
     *
     * @param clusters finds a cluster by its id
     * @param pods the way to their containers
     * @param executor a thread for each log that is read
     */
    public LogService(ClusterLookup clusters, PodAccess pods, ExecutorService executor) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.pods = requireNonNull(pods, "pods is null");
        this.executor = requireNonNull(executor, "executor is null");
    }

    /**
     * Reads logs as they are now: container after container, or by time if times are asked for.
     *
     * @param uuid the cluster's id
     * @param query which logs
     * @return the text; of more than 4 Mi characters the last, which then says that it is not all
     * @throws KubefateException {@code INVALID_REQUEST}, also if there is no such cluster, or a failure of Kubernetes
     */
    public String read(String uuid, LogQuery query) {
        ClusterRecord cluster = find(uuid);
        List<PodContainer> containers =
                new LogSelection(query.name()).checked(pods.containers(cluster.namespace(), cluster.uuid()));
        return new LogCollection(pods, executor, LIMIT, MAX_CHARS).read(cluster.namespace(), containers, query);
    }

    /**
     * Checks a request to follow logs.
     *
     * @param uuid the cluster's id
     * @param query which logs
     * @return what begins to follow them, once there is somebody to give them to
     * @throws KubefateException as {@link #read}
     */
    public Follower follow(String uuid, LogQuery query) {
        ClusterRecord cluster = find(uuid);
        new LogSelection(query.name()).checked(pods.containers(cluster.namespace(), cluster.uuid()));
        return sink -> new LogFollow(pods, cluster.namespace(), query, requireNonNull(sink, "sink is null"), executor)
                .open(cluster.uuid());
    }

    /**
     * Whether a cluster is still there to be followed.
     *
     * @param uuid its id
     * @return false once it was deleted
     */
    public boolean exists(String uuid) {
        return clusters.find(uuid).isPresent();
    }

    /** Existing clients know this status and these words. */
    private ClusterRecord find(String uuid) {
        return clusters.find(uuid)
                .orElseThrow(
                        () -> new KubefateException(ErrorCode.INVALID_REQUEST, "get Cluster error, record not found"));
    }

    /** Follows logs. */
    public interface Follower {

        /**
         * Begins.
         *
         * @param sink where the lines go
         * @return ends it, at once
         */
        AutoCloseable start(LogSink sink);
    }
}
