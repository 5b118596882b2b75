package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.access.LogOptions;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodContainer;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** Follows the log of one container over its restarts. After a broken stream, no line is sent twice. */
final class LogTail {

    private static final long PAUSE_MILLIS = 1_000;

    private final PodAccess pods;
    private final String namespace;
    private final LogQuery query;
    private final LogSink sink;
    private final LogFollow group;
    private final ByteLimit bytes;

    private Instant last = Instant.MIN;
    private String told = "";

    LogTail(PodAccess pods, String namespace, LogQuery query, LogSink sink, LogFollow group) {
        this.pods = requireNonNull(pods, "pods is null");
        this.namespace = requireNonNull(namespace, "namespace is null");
        this.query = requireNonNull(query, "query is null");
        this.sink = requireNonNull(sink, "sink is null");
        this.group = requireNonNull(group, "group is null");
        this.bytes = new ByteLimit(query.limitBytes());
    }

    void follow(PodContainer container, LogOptions options) {
        try {
            if (container.instance().isEmpty()) {
                tell(container, "no log yet: the container has not started; " + container.detail());
            }
            Optional<PodContainer> run = group.awaitRun(container, "");
            LogOptions from = options;
            while (run.isPresent() && !bytes.isReached()) {
                read(run.get(), from);
                from = last.equals(Instant.MIN) ? options : options.from(last);
                run = next(run.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the client has disconnected
        } finally {
            group.ended();
        }
    }

    /** A stream may also end while its container is running, for example when the API server restarts. */
    private Optional<PodContainer> next(PodContainer run) throws InterruptedException {
        if (query.previous()) {
            return Optional.empty();
        }
        if (group.isRunning(run)) {
            Thread.sleep(PAUSE_MILLIS);
            if (group.isRunning(run)) {
                return Optional.of(run);
            }
        }
        return group.awaitRun(run, run.instance());
    }

    private void read(PodContainer run, LogOptions options) throws InterruptedException {
        try (LogReader reader = new LogReader(pods.openLog(namespace, run, options))) {
            told = "";
            boolean more = true;
            while (more && !bytes.isReached()) {
                Optional<LogLine> line = reader.next();
                more = line.isPresent();
                if (more) {
                    give(run, line.get());
                }
            }
        } catch (KubernetesException | IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            tell(
                    run,
                    e instanceof IOException
                            ? "connection to the log lost: " + e.getMessage()
                            : "no log: " + e.getMessage());
        }
    }

    private void give(PodContainer run, LogLine line) throws InterruptedException {
        if (line.isExcuse()) {
            tell(run, "no log: " + line.text());
            return;
        }
        Optional<Instant> time = line.time();
        if (time.isPresent() && !time.get().isAfter(last)) {
            return; // Kubernetes compares whole seconds
        }
        last = time.orElse(last);
        LogLine shown = bytes.cut(query.timestamps() ? line : line.withoutTime());
        sink.line(group.format().line(run, shown.text()));
    }

    /** Sends a note, unless it repeats the last one. */
    private void tell(PodContainer container, String text) throws InterruptedException {
        if (!told.equals(text)) {
            told = text;
            sink.line(group.format().note(container, text));
        }
    }
}
