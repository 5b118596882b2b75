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
 * Follows the logs of containers, also of those that appear later: a thread for each, which waits for a restart when its container
 * has ended and ends when the pod is gone.
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

    /** {@return whether the containers are several by now, so that a line needs to say whose it is} */
    synchronized LogText format() {
        return new LogText(readers.size() > 1);
    }

    /**
     * Waits until there is something to read.
     *
     * @param container whose log
     * @param seen the run that was read to its end, or empty text
     * @return the container with another run; empty if its pod is gone
     */
    synchronized Optional<PodContainer> awaitRun(PodContainer container, String seen) throws InterruptedException {
        while (isWithout(container, seen)) {
            wait();
        }
        return Optional.ofNullable(present.get(key(container)));
    }

    /** {@return whether this run still goes on, as far as is known} */
    synchronized boolean isRunning(PodContainer container) {
        PodContainer now = present.get(key(container));
        return now != null
                && now.state() == PodContainer.State.RUNNING
                && now.instance().equals(container.instance());
    }

    /** Called by each reader at its end. */
    void ended() {
        boolean last;
        synchronized (this) {
            reading--;
            boolean finite = query.previous() || query.limitBytes().isPresent();
            last = finite && reading == 0 && !closed;
        }
        if (last) {
            sink.end("all that was asked for came");
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

    /** Those that were there at the beginning begin where it was asked for; those that appear later, at their beginning. */
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
