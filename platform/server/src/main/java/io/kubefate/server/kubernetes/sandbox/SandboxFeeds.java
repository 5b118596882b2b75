package io.kubefate.server.kubernetes.sandbox;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.ClusterFeed;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The feeds of the sandbox: told of every change of every kind, at once. */
final class SandboxFeeds {

    private final Set<Consumer<String>> listeners = ConcurrentHashMap.newKeySet();

    /** {@return a feed that is told of what is there, and then of what changes} */
    ClusterFeed open(Collection<Manifest> present, Consumer<String> onChange) {
        listeners.add(onChange);
        present.forEach(this::tell);
        return new ClusterFeed() {
            @Override
            public void include(Collection<ObjectRef> objects) {
                // All kinds are followed already.
            }

            @Override
            public boolean isLive() {
                return listeners.contains(onChange);
            }

            @Override
            public void close() {
                listeners.remove(onChange);
            }
        };
    }

    /** An object of a cluster has changed. */
    void tell(Manifest object) {
        String cluster = object.label(Ownership.CLUSTER);
        if (!cluster.isEmpty()) {
            listeners.forEach(listener -> listener.accept(cluster));
        }
    }
}
