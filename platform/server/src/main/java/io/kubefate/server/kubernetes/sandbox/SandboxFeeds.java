package io.kubefate.server.kubernetes.sandbox;

import io.kubefate.planning.manifest.Manifest;
import io.kubefate.planning.manifest.ObjectRef;
import io.kubefate.planning.manifest.Ownership;
import io.kubefate.server.kubernetes.ClusterFeed;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The feeds of the sandbox, which report every change of every kind immediately. */
final class SandboxFeeds {

    private final Set<Consumer<String>> listeners = ConcurrentHashMap.newKeySet();

    /** Returns a feed that reports the existing objects, and then changes. */
    ClusterFeed open(Collection<Manifest> present, Consumer<String> onChange) {
        listeners.add(onChange);
        present.forEach(this::report);
        return new ClusterFeed() {
            @Override
            public void include(Collection<ObjectRef> objects) {
                // All kinds are watched already.
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

    /** Reports a change of an object. */
    void report(Manifest object) {
        String cluster = object.label(Ownership.CLUSTER);
        if (!cluster.isEmpty()) {
            listeners.forEach(listener -> listener.accept(cluster));
        }
    }
}
