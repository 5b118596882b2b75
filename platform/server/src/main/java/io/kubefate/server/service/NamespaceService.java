package io.kubefate.server.service;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Age;
import io.kubefate.api.Namespace;
import io.kubefate.server.kubernetes.Kubernetes;
import io.kubefate.server.kubernetes.NamespaceView;
import io.kubefate.server.service.identity.Namespaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Lists the namespaces of the Kubernetes cluster. */
public final class NamespaceService {

    private final Kubernetes kubernetes;
    private final Clock clock;

    public NamespaceService(Kubernetes kubernetes, Clock clock) {
        this.kubernetes = requireNonNull(kubernetes, "kubernetes is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /**
     * Lists namespaces by name.
     *
     * @param visible those that are listed
     */
    public List<Namespace> list(Namespaces visible) {
        return kubernetes.namespaces().stream()
                .filter(namespace -> visible.contains(namespace.name()))
                .map(this::answer)
                .toList();
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
