package io.kubefate.server.service.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.AuditStore;
import io.kubefate.server.store.audit.AuditRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds rows to the audit in another thread: no request waits for it or fails because of it. While the database is unavailable, rows wait in
 * memory. The log has those that cannot be stored.
 */
final class AuditWriter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);

    private static final int MAX_WAITING = 10_000;
    private static final int BATCH = 100;

    private final AuditStore store;
    private final ScheduledExecutorService executor;
    private final Duration retry;
    private final Queue<AuditRecord> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private boolean failing;

    /**
     * Creates a writer.
     *
     * @param executor has one thread
     * @param retry the pause after a failure of the database
     */
    AuditWriter(AuditStore store, ScheduledExecutorService executor, Duration retry) {
        this.store = requireNonNull(store, "store is null");
        this.executor = requireNonNull(executor, "executor is null");
        this.retry = requireNonNull(retry, "retry is null");
    }

    void add(AuditRecord row) {
        if (!waiting.offer(row)) {
            logLost(row, "too many rows wait for the database");
            return;
        }
        if (scheduled.compareAndSet(false, true)) {
            schedule(Duration.ZERO);
        }
    }

    /** Stores what waits, after the executor has ended, and logs what cannot be stored. */
    void finish() {
        storeAll();
        waiting.forEach(row -> logLost(row, "the service stops"));
    }

    private void schedule(Duration delay) {
        if (!executor.isShutdown()) {
            executor.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        if (!storeAll()) {
            schedule(retry);
            return;
        }
        scheduled.set(false);
        if (!waiting.isEmpty() && scheduled.compareAndSet(false, true)) {
            schedule(Duration.ZERO);
        }
    }

    /** Returns false if the database is unavailable. Rows of a batch that it refuses are stored one by one. */
    private synchronized boolean storeAll() {
        int size = BATCH;
        while (!waiting.isEmpty()) {
            List<AuditRecord> batch = waiting.stream().limit(size).toList();
            try {
                store.append(batch);
                batch.forEach(row -> waiting.remove());
                report(false, "");
            } catch (RuntimeException e) {
                if (!isRefused(e)) {
                    report(true, String.valueOf(e.getMessage()));
                    return false;
                }
                if (size == 1) {
                    logLost(waiting.remove(), String.valueOf(e.getMessage()));
                }
                size = 1;
            }
        }
        return true;
    }

    private void report(boolean fails, String reason) {
        if (fails && !failing) {
            LOG.warn("the audit waits for the database: {}", reason);
        }
        if (!fails && failing) {
            LOG.info("the audit is stored again");
        }
        failing = fails;
    }

    private static void logLost(AuditRecord row, String reason) {
        LOG.error("the audit has lost {}: {}", row, reason);
    }

    /** Returns whether the database refuses the data, so that it is useless to try again (classes 22 and 23 of SQL states). */
    private static boolean isRefused(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(SQLException.class::isInstance)
                .map(cause -> String.valueOf(((SQLException) cause).getSQLState()))
                .anyMatch(state -> state.startsWith("22") || state.startsWith("23"));
    }
}
