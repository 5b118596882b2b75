package io.kubefate.server.kubernetes.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.Watch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the items of one watch on to many listeners. It keeps the latest state of each item, so that a late listener first receives what
 * the others know, and a watch that lists everything again after a reconnect repeats nothing.
 */
public final class Broadcast<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    private final Map<String, T> known = new LinkedHashMap<>();
    private final List<Listener<T>> listeners = new CopyOnWriteArrayList<>();

    private record Listener<T>(Object identity, Consumer<T> consumer) {}

    /**
     * Passes an item on, unless it is known already.
     *
     * @param id identifies the item among those of the watch
     * @param item the item, which has to implement {@code equals}
     */
    public synchronized void put(String id, T item) {
        if (item.equals(known.get(id))) {
            return;
        }
        known.remove(id); // the order is that of the latest changes
        known.put(id, item);
        listeners.forEach(listener -> report(listener, item));
    }

    /** Forgets an item, which late listeners then do not receive. */
    public synchronized void remove(String id) {
        known.remove(id);
    }

    /**
     * Adds a listener.
     *
     * @param consumer receives the known items and then each that is put, one call at a time. It must not block, since the others wait
     * @return ends the calls
     */
    synchronized Watch listen(Consumer<T> consumer) {
        Listener<T> listener = new Listener<>(new Object(), requireNonNull(consumer, "consumer is null"));
        known.values().forEach(consumer);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static <T> void report(Listener<T> listener, T item) {
        try {
            listener.consumer().accept(item);
        } catch (RuntimeException e) {
            LOG.warn("A listener of a watch failed", e);
        }
    }
}
