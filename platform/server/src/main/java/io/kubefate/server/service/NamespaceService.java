package io.kubefate.server.service;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Age;
import io.kubefate.api.Namespace;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.service.identity.Namespaces;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.MemoryList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lists the namespaces of the Kubernetes cluster. */
public final class NamespaceService {

    private static final MemoryList<Namespace> LIST = new MemoryList<>(Namespace::name)
            .with("name", Namespace::name)
            .with("status", Namespace::status)
            .with("text", Namespace::name);

    private final Kubernetes kubernetes;
    private final Clock clock;

    public NamespaceService(Kubernetes kubernetes, Clock clock) {
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Returns namespaces, by default all, by name.
     *
     * @param visible those that are listed
     */
    public ListPart<Namespace> list(ListRequest request, Namespaces visible) {
        List<Namespace> all = kubernetes.namespaces().stream()
                .filter(namespace -> visible.contains(namespace.name()))
                .map(this::answer)
                .toList();
        return LIST.part(all, request);
    }

    /** Returns the Kubernetes cluster, for example {@code https://10.0.0.1:6443 (v1.20.2)}. */
    public String kubernetes() {
        return kubernetes.description();
    }

    private Namespace answer(NamespaceView namespace) {
        // The clocks may differ: an age is never negative.
        Instant now = clock.instant();
        Duration age =
                namespace.createdAt().isAfter(now) ? Duration.ZERO : Duration.between(namespace.createdAt(), now);
        return new Namespace(
                namespace.name(), namespace.status(), namespace.labels(), namespace.annotations(), Age.format(age));
    }
}
