package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterPage;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.kubernetes.access.Page;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodChannel;
import io.kubefate.server.store.cluster.ClusterRecord;
import java.util.List;
import java.util.function.Consumer;

/** Lists the web pages of clusters, and forwards ports to pages without an address. */
public final class PageService {

    private final ClusterLookup clusters;
    private final PodAccess pods;

    public PageService(ClusterLookup clusters, PodAccess pods) {
        this.clusters = requireNonNull(clusters, "clusters is null");
        this.pods = requireNonNull(pods, "pods is null");
    }

    /**
     * Lists the pages of a cluster by name.
     *
     * @throws KubefateException {@code NOT_FOUND}, or a failure of Kubernetes
     */
    public List<ClusterPage> list(String uuid) {
        ClusterRecord cluster = find(uuid);
        return pods.pages(cluster.namespace(), cluster.uuid()).stream()
                .map(page -> new ClusterPage(page.service(), page.module(), page.port(), page.urls()))
                .toList();
    }

    /**
     * Checks a request to forward the port of a page.
     *
     * @param name the name of the page or of its module
     * @return connects to a pod that is ready at that time
     * @throws KubefateException {@code NOT_FOUND}, {@code INVALID_REQUEST}, or a failure of Kubernetes
     */
    public Consumer<PodChannel.Listener> forward(String uuid, String name) {
        ClusterRecord cluster = find(uuid);
        List<Page> pages = pods.pages(cluster.namespace(), cluster.uuid());
        Page page = pages.stream()
                .filter(candidate -> candidate.isNamed(name))
                .findFirst()
                .orElseThrow(() -> new KubefateException(
                        ErrorCode.INVALID_REQUEST,
                        "the cluster has no page " + name + "; it has "
                                + pages.stream().map(Page::service).toList()));
        return listener -> pods.forward(cluster.namespace(), page, listener);
    }

    private ClusterRecord find(String uuid) {
        return clusters.find(uuid).orElseThrow(KubefateException::notFound);
    }
}
