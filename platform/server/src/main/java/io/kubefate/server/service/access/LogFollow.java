package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodContainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Follows the logs of containers, including containers that start later. Each has a thread, which waits for a restart when its container
 * has ended and stops when the pod is deleted.
 */
final class LogFollow implements AutoCloseable {

    private final PodAccess pods;
    private final String namespace;
    private final LogQuery query;
    private final LogSink sink;
    private final ExecutorService executor;

    private final Map<String, Future<?>> readers = new HashMap<>();
    private final Map<String, PodContainer> present = new HashMap<>();
    private Optional<Watch> watch = Optional.empty();
    private boolean started;
    private boolean closed;
    private int reading;

    LogFollow(PodAccess pods, String namespace, LogQuery query, LogSink sink, ExecutorService executor) {
        this.pods = requireNonNull(pods, "pods is null");
        this.namespace = requireNonNull(namespace, "namespace is null");
        this.query = requireNonNull(query, "query is null");
        this.sink = requireNonNull(sink, "sink is null");
        this.executor = requireNonNull(executor, "executor is null");
    }

    LogFollow open(String clusterId) {
        Watch opened = pods.watchContainers(namespace, clusterId, this::changed);
        if (keep(opened)) {
            opened.close();
        }
        return this;
    }

    @Override
    public void close() {
        Optional<Watch> open;
        synchronized (this) {
            closed = true;
            readers.values().forEach(reader -> reader.cancel(true));
            open = watch;
            notifyAll();
        }
        open.ifPresent(Watch::close);
    }

    /** Returns the format: with a prefix if there are several containers by now. */
    synchronized LogText format() {
        return new LogText(readers.size() > 1);
    }

    /**
     * Waits until a container can be read.
     *
     * @param seen the run that was read to its end, or empty text
     * @return the container with another run; empty if its pod is deleted
     */
    synchronized Optional<PodContainer> awaitRun(PodContainer container, String seen) throws InterruptedException {
        while (isWithout(container, seen)) {
            wait();
        }
        return Optional.ofNullable(present.get(key(container)));
    }

    /** Returns whether the latest known state of this run is running. */
    synchronized boolean isRunning(PodContainer container) {
        PodContainer now = present.get(key(container));
        return now != null
                && now.state() == PodContainer.State.RUNNING
                && now.instance().equals(container.instance());
    }

    void ended() {
        boolean last;
        synchronized (this) {
            reading--;
            boolean finite = query.previous() || query.limitBytes().isPresent();
            last = finite && reading == 0 && !closed;
        }
        if (last) {
            sink.end("all requested lines were sent");
        }
    }

    private boolean isWithout(PodContainer container, String seen) {
        PodContainer now = present.get(key(container));
        return !closed
                && now != null
                && (now.instance().isEmpty() || now.instance().equals(seen));
    }

    private synchronized boolean keep(Watch opened) {
        watch = Optional.of(opened);
        return closed;
    }

    private synchronized void changed(List<PodContainer> containers) {
        if (closed) {
            return;
        }
        List<PodContainer> meant = new LogSelection(query.name()).of(containers);
        present.clear();
        meant.forEach(container -> present.put(key(container), container));
        meant.stream().filter(container -> !readers.containsKey(key(container))).forEach(this::read);
        started = true;
        notifyAll();
    }

    /** Reads the initial containers from the requested position, and later ones from their start. */
    private void read(PodContainer container) {
        LogTail tail = new LogTail(pods, namespace, query, sink, this);
        var options = started ? query.following().whole() : query.following();
        reading++;
        readers.put(key(container), executor.submit(() -> tail.follow(container, options)));
    }

    private static String key(PodContainer container) {
        return container.podUid() + "/" + container.name();
    }
}
