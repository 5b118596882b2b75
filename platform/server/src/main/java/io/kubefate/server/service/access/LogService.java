package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.store.cluster.ClusterRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/** Reads and follows the logs of clusters. */
public final class LogService {

    private static final Duration LIMIT = Duration.ofSeconds(45);

    /** The limit of one answer; a followed log has no limit. */
    private static final long MAX_CHARS = 4L * 1024 * 1024;

    private final ClusterLookup clusters;
    private final PodAccess pods;
    private final ExecutorService executor;

    /** @param executor provides a thread for each log */
    public LogService(ClusterLookup clusters, PodAccess pods, ExecutorService executor) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.pods = requireNonNull(pods, "pods is null");
        this.executor = requireNonNull(executor, "executor is null");
    }

    /**
     * Reads the current logs: one container after the other, or by time if times are requested.
     *
     * @return the text; if it exceeds 4 Mi characters, its end with a note
     * @throws KubefateException {@code INVALID_REQUEST}, also for an unknown cluster, or a failure of Kubernetes
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
     * @return starts to follow them
     * @throws KubefateException as {@link #read}
     */
    public Follower follow(String uuid, LogQuery query) {
        ClusterRecord cluster = find(uuid);
        new LogSelection(query.name()).checked(pods.containers(cluster.namespace(), cluster.uuid()));
        return sink -> new LogFollow(pods, cluster.namespace(), query, requireNonNull(sink, "sink is null"), executor)
                .open(cluster.uuid());
    }

    /** Returns whether a cluster exists; false after it was deleted. */
    public boolean exists(String uuid) {
        return clusters.find(uuid).isPresent();
    }

    /** Existing clients expect this status and this message. */
    private ClusterRecord find(String uuid) {
        return clusters.find(uuid)
                .orElseThrow(
                        () -> new KubefateException(ErrorCode.INVALID_REQUEST, "get Cluster error, record not found"));
    }

    /** Follows logs. */
    public interface Follower {

        /**
         * Starts to follow.
         *
         * @param sink receives the lines
         * @return stops immediately on close
         */
        AutoCloseable start(LogSink sink);

        /** Returns a follower that changes each line. */
        default Follower mapped(UnaryOperator<String> change) {
            return sink -> start(new LogSink() {
                @Override
                public void line(String line) throws InterruptedException {
                    sink.line(change.apply(line));
                }

                @Override
                public void end(String reason) {
                    sink.end(reason);
                }
            });
        }
    }
}
