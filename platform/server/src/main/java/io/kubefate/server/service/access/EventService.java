package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterEvent;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.kubernetes.access.ObjectEvent;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.MemoryList;
import io.kubefate.server.store.cluster.ClusterRecord;
import io.kubefate.server.store.row.TimeColumn;
import java.util.List;
import java.util.function.Consumer;

/** Lists and follows the Kubernetes events of clusters. */
public final class EventService {

    private static final MemoryList<ClusterEvent> LIST = new MemoryList<ClusterEvent>(
                    event -> String.join(" ", event.object(), event.reason(), event.message()))
            .with("created", event -> TimeColumn.text(event.time()))
            .with("status", ClusterEvent::type)
            .with("text", event -> String.join(" ", event.module(), event.object(), event.reason(), event.message()));

    private final ClusterLookup clusters;
    private final PodAccess pods;

    public EventService(ClusterLookup clusters, PodAccess pods) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.pods = requireNonNull(pods, "pods is null");
    }

    /**
     * Lists the events of a cluster, by default all, newest last.
     *
     * @throws KubefateException {@code NOT_FOUND}, or a failure of Kubernetes
     */
    public ListPart<ClusterEvent> list(String uuid, ListRequest request) {
        ClusterRecord cluster = find(uuid);
        List<ClusterEvent> all = pods.events(cluster.namespace(), cluster.uuid()).stream()
                .map(EventService::answer)
                .toList();
        return LIST.part(all, request);
    }

    /**
     * Checks a request to follow the events of a cluster.
     *
     * @return starts to follow them: first the existing ones, newest last
     * @throws KubefateException {@code NOT_FOUND}
     */
    public Follower follow(String uuid) {
        ClusterRecord cluster = find(uuid);
        return sink -> pods.watchEvents(cluster.namespace(), cluster.uuid(), event -> sink.accept(answer(event)));
    }

    private ClusterRecord find(String uuid) {
        return clusters.find(uuid).orElseThrow(KubefateException::notFound);
    }

    private static ClusterEvent answer(ObjectEvent event) {
        return new ClusterEvent(
                event.time(),
                event.type(),
                event.reason(),
                event.module(),
                event.kind() + "/" + event.name(),
                event.count(),
                event.message());
    }

    /** Follows events. */
    public interface Follower {

        /**
         * Starts to follow.
         *
         * @param sink receives the events, one at a time
         * @return stops on close
         */
        AutoCloseable start(Consumer<ClusterEvent> sink);
    }
}
