package io.kubefate.server.kubernetes.access;

import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.Watch;
import io.kubefate.server.kubernetes.access.PodContainer.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Pods in memory, whose containers write, stop and restart as the test defines. */
public final class TestPods implements PodAccess {

    private static final String END = "\0";
    private static final String HELD = "\0held";

    private final List<PodContainer> containers = new CopyOnWriteArrayList<>();
    private final Map<String, String> logs = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<String>> streams = new ConcurrentHashMap<>();
    private final List<Consumer<List<PodContainer>>> watches = new CopyOnWriteArrayList<>();
    private final List<ObjectEvent> events = new CopyOnWriteArrayList<>();
    private final List<Consumer<ObjectEvent>> eventWatches = new CopyOnWriteArrayList<>();
    private final List<Page> pages = new CopyOnWriteArrayList<>();
    private final List<String> started = new CopyOnWriteArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Adds a running container, or replaces the one of the same name. */
    public PodContainer run(String pod, String module, String name, String instance) {
        return put(new PodContainer(pod, pod + "-uid", module, name, false, instance, State.RUNNING, ""));
    }

    /** Adds a container, or replaces the one of the same name. */
    public PodContainer put(PodContainer container) {
        containers.removeIf(container::isSameAs);
        containers.add(container);
        notifyWatches();
        return container;
    }

    /** Removes a pod. */
    public void remove(String pod) {
        containers.removeIf(container -> container.pod().equals(pod));
        notifyWatches();
    }

    /** Sets the log for readers that do not follow. */
    public void log(String pod, String container, String text) {
        logs.put(pod + "/" + container, text);
    }

    /** Makes readers of a log wait for lines, also those that do not follow. */
    public void hold(String pod, String container) {
        logs.put(pod + "/" + container, HELD);
    }

    /** Returns the number of readers that wait for lines. */
    public int waiting() {
        return waiting.get();
    }

    /** Writes a line that followers see. */
    public void write(String pod, String container, String line) {
        stream(pod, container).add(line);
    }

    /** Ends the stream that is open. */
    public void end(String pod, String container) {
        stream(pod, container).add(END);
    }

    /** {@return the options with which logs were opened} */
    public List<String> asked() {
        return asked;
    }

    /** {@return the number of unread lines} */
    public int unread(String pod, String container) {
        return stream(pod, container).size();
    }

    /** {@return the number of open watches} */
    public int watches() {
        return watches.size() + eventWatches.size();
    }

    /** Removes all pods, logs, events and pages. */
    public void clear() {
        containers.clear();
        logs.clear();
        streams.clear();
        asked.clear();
        events.clear();
        pages.clear();
        started.clear();
        notifyWatches();
    }

    @Override
    public List<PodContainer> containers(String namespace, String clusterId) {
        return List.copyOf(containers);
    }

    @Override
    public Watch watchContainers(String namespace, String clusterId, Consumer<List<PodContainer>> onChange) {
        watches.add(onChange);
        onChange.accept(List.copyOf(containers));
        return () -> watches.remove(onChange);
    }

    @Override
    public InputStream openLog(String namespace, PodContainer container, LogOptions options) {
        asked.add(container.pod() + " " + container.name() + " " + options);
        String log = logs.get(container.pod() + "/" + container.name());
        if (options.follow() || HELD.equals(log)) {
            return new Stream(stream(container.pod(), container.name()), waiting);
        }
        if (log == null) {
            throw new KubernetesException(KubernetesException.Kind.REFUSED, "previous container not found", null);
        }
        return new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds an event. */
    public void report(ObjectEvent event) {
        events.add(event);
        eventWatches.forEach(watch -> watch.accept(event));
    }

    @Override
    public List<ObjectEvent> events(String namespace, String clusterId) {
        return List.copyOf(events);
    }

    @Override
    public Watch watchEvents(String namespace, String clusterId, Consumer<ObjectEvent> onEvent) {
        events.forEach(onEvent);
        eventWatches.add(onEvent);
        return () -> eventWatches.remove(onEvent);
    }

    /** Adds a page. */
    public void page(Page page) {
        pages.add(page);
    }

    /** {@return the commands and forwards that were started in pods} */
    public List<String> started() {
        return started;
    }

    /** Echoes stream 0 to stream 1 until it reads "exit", and ends with a status on stream 3. */
    @Override
    public void exec(String namespace, PodContainer container, ExecOptions options, PodChannel.Listener listener) {
        started.add("exec " + container.pod() + " " + container.name() + " " + options);
        if (options.command().contains("nothing")) {
            listener.closed("no such program");
            return;
        }
        listener.opened(new Echo(listener));
    }

    @Override
    public List<Page> pages(String namespace, String clusterId) {
        return List.copyOf(pages);
    }

    @Override
    public void forward(String namespace, Page page, PodChannel.Listener listener) {
        started.add("forward " + page.service());
        listener.closed("no pod of service " + page.service() + " is ready");
    }

    private record Echo(PodChannel.Listener listener) implements PodChannel {

        @Override
        public void send(ByteBuffer frame) {
            byte[] bytes = new byte[frame.remaining()];
            frame.get(bytes);
            if (new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8).equals("exit")) {
                byte[] status = "\3{\"status\":\"Failure\"}".getBytes(StandardCharsets.UTF_8);
                listener.frame(ByteBuffer.wrap(status), () -> listener.closed(""));
                return;
            }
            bytes[0] = 1;
            listener.frame(ByteBuffer.wrap(bytes), () -> {});
        }

        @Override
        public long waiting() {
            return 0;
        }

        @Override
        public void close() {
            listener.closed("");
        }
    }

    @Override
    public void close() {
        containers.clear();
    }

    private synchronized void notifyWatches() {
        new ArrayList<>(watches).forEach(watch -> watch.accept(List.copyOf(containers)));
    }

    private BlockingQueue<String> stream(String pod, String container) {
        return streams.computeIfAbsent(pod + "/" + container, key -> new LinkedBlockingQueue<>());
    }

    private static final class Stream extends InputStream {

        private final BlockingQueue<String> lines;
        private final AtomicInteger waiting;
        private InputStream line = InputStream.nullInputStream();

        private Stream(BlockingQueue<String> lines, AtomicInteger waiting) {
            this.lines = lines;
            this.waiting = waiting;
        }

        @Override
        public int read() {
            throw new UncheckedIOException(new IOException("reads blocks only"));
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = line.read(bytes, offset, length);
            if (count > 0) {
                return count;
            }
            waiting.incrementAndGet();
            try {
                String next = lines.take();
                if (next.equals(END)) {
                    return -1;
                }
                line = new ByteArrayInputStream((next + "\n").getBytes(StandardCharsets.UTF_8));
                return line.read(bytes, offset, length);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } finally {
                waiting.decrementAndGet();
            }
        }
    }
}
