package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.Watch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Lets the listeners of the same cluster share one watch: the first listener opens it, and the last one closes it. */
public final class SharedWatches<T> {

    private final Source<T> source;
    private final Map<Cluster, Shared> open = new HashMap<>();

    public SharedWatches(Source<T> source) {
        this.source = requireNonNull(source, "source is null");
    }

    private record Cluster(String namespace, String id) {}

    /**
     * Listens to the changes of a cluster.
     *
     * @param listener receives the known items and then each change, one call at a time; it must not block
     * @return ends the calls
     * @throws RuntimeException if the watch cannot be opened; the next listener tries again
     */
    public Watch listen(String namespace, String clusterId, Consumer<T> listener) {
        Shared shared = join(new Cluster(namespace, clusterId));
        try {
            shared.open();
            Watch listening = shared.items.listen(listener);
            AtomicBoolean closed = new AtomicBoolean();
            return () -> {
                if (!closed.getAndSet(true)) {
                    listening.close();
                    leave(shared);
                }
            };
        } catch (RuntimeException e) {
            leave(shared);
            throw e;
        }
    }

    private Shared join(Cluster cluster) {
        synchronized (open) {
            Shared shared = open.computeIfAbsent(cluster, Shared::new);
            shared.members++;
            return shared;
        }
    }

    private void leave(Shared shared) {
        synchronized (open) {
            shared.members--;
            if (shared.members > 0) {
                return;
            }
            open.remove(shared.cluster);
        }
        shared.close();
    }

    /** Opens watches. */
    public interface Source<T> {

        /**
         * Opens a watch. May block.
         *
         * @param items receives the existing items before this method returns, and each change later
         */
        Watch open(String namespace, String clusterId, Broadcast<T> items);
    }

    /** A watch and the number of those who listen or are about to. */
    private final class Shared {

        private final Cluster cluster;
        private final Broadcast<T> items = new Broadcast<>();
        private Optional<Watch> watch = Optional.empty();
        private int members;

        private Shared(Cluster cluster) {
            this.cluster = cluster;
        }

        private synchronized void open() {
            if (watch.isEmpty()) {
                watch = Optional.of(source.open(cluster.namespace(), cluster.id(), items));
            }
        }

        private synchronized void close() {
            watch.ifPresent(Watch::close);
        }
    }
}
