package io.kubefate.server.service.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.kubernetes.KubernetesException;
import io.kubefate.server.kubernetes.access.PodAccess;
import io.kubefate.server.kubernetes.access.PodContainer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads the logs of several containers in parallel, up to their current ends. */
final class LogCollection {

    private final PodAccess pods;
    private final ExecutorService executor;
    private final Duration limit;
    private final long maxChars;

    LogCollection(PodAccess pods, ExecutorService executor, Duration limit, long maxChars) {
        this.pods = requireNonNull(pods, "pods is null");
        this.executor = requireNonNull(executor, "executor is null");
        this.limit = requireNonNull(limit, "limit is null");
        this.maxChars = maxChars;
    }

    /** Returns all lines, with a note for each container that has no log or whose log exceeds the time limit. */
    String read(String namespace, List<PodContainer> containers, LogQuery query) {
        BoundedLogs logs = new BoundedLogs(containers, maxChars);
        List<Future<?>> readers = new ArrayList<>();
        for (int number = 0; number < containers.size(); number++) {
            int log = number;
            readers.add(executor.submit(() -> read(namespace, containers.get(log), query, logs, log)));
        }
        long end = System.nanoTime() + limit.toNanos();
        for (int number = 0; number < readers.size(); number++) {
            if (!isDone(readers.get(number), end - System.nanoTime())) {
                logs.note(number, "the log was not read completely within " + limit.toSeconds() + " s");
            }
        }
        LogText format = new LogText(containers.size() > 1);
        return query.timestamps() ? logs.byTime(format) : logs.inOrder(format);
    }

    private void read(String namespace, PodContainer container, LogQuery query, BoundedLogs logs, int log) {
        if (container.instance().isEmpty()) {
            logs.note(log, "no log: the container has not started; " + container.detail());
            return;
        }
        ByteLimit bytes = new ByteLimit(query.limitBytes());
        try (LogReader reader = new LogReader(pods.openLog(namespace, container, query.once()))) {
            for (Optional<LogLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                add(logs, log, line.get(), bytes);
                if (bytes.isReached()) {
                    return;
                }
            }
        } catch (KubernetesException e) {
            logs.note(log, "no log: " + e.getMessage());
        } catch (IOException e) {
            logs.note(log, "connection to the log lost: " + e.getMessage());
        }
    }

    private static void add(BoundedLogs logs, int log, LogLine line, ByteLimit bytes) {
        if (line.isExcuse()) {
            logs.note(log, "no log: " + line.text());
            return;
        }
        logs.add(log, bytes.cut(line));
    }

    private static boolean isDone(Future<?> reader, long nanos) {
        try {
            reader.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            reader.cancel(true);
            return false;
        } catch (InterruptedException e) {
            reader.cancel(true);
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read a log", e.getCause());
        }
    }
}
