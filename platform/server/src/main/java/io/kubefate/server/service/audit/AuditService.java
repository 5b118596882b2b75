package io.kubefate.server.service.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.AuditEntry;
import io.kubefate.server.service.audit.AuditedRequest.Answer;
import io.kubefate.server.service.audit.AuditedRequest.Sender;
import io.kubefate.server.service.list.ListPart;
import io.kubefate.server.service.list.ListRequest;
import io.kubefate.server.service.list.StoredList;
import io.kubefate.server.store.AuditStore;
import io.kubefate.server.store.audit.AuditActor;
import io.kubefate.server.store.audit.AuditObject;
import io.kubefate.server.store.audit.AuditOutcome;
import io.kubefate.server.store.audit.AuditQuery;
import io.kubefate.server.store.audit.AuditRecord;
import io.kubefate.server.store.audit.AuditSort;
import io.kubefate.server.store.row.RowRange;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who requested what: every change, every login, every denial and every access to pods. The log has a line for each change, too.
 */
public final class AuditService implements OwnChanges, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);

    /** After a failure of the database. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private static final Duration LIMIT_INTERVAL = Duration.ofMinutes(10);
    private static final int MAX_ROWS = 100;
    private static final int MAX_COUNTERS = 20;

    /** The names of users and the kinds of their tokens are others. */
    private static final Sender SERVICE = new Sender(true, "system:kubefate", "service", "", "", "");

    private static final Duration REMOVAL_INTERVAL = Duration.ofHours(1);
    private static final int REMOVAL_BATCH = 1000;
    /** The table has more rows than a request may wait for. */
    private static final int MAX_COUNTED = 10_000;

    private static final Duration END = Duration.ofSeconds(5);

    private final AuditStore store;
    private final AuditObjects objects;
    private final Clock clock;
    private final Duration retention;
    private final Duration removalInterval;
    private final AuditLimit limit = new AuditLimit(MAX_ROWS, MAX_COUNTERS);
    private final ScheduledThreadPoolExecutor executor;
    private final AuditWriter writer;

    /**
     * Creates the audit of a service.
     *
     * @param retention how long rows are kept
     */
    public AuditService(AuditStore store, Clock clock, Duration retention) {
        this(store, clock, retention, REMOVAL_INTERVAL);
    }

    /** @param removalInterval between two removals of old rows */
    AuditService(AuditStore store, Clock clock, Duration retention, Duration removalInterval) {
        this.store = requireNonNull(store, "store is null");
        this.objects = new AuditObjects(store);
        this.clock = requireNonNull(clock, "clock is null");
        this.retention = requireNonNull(retention, "retention is null");
        this.removalInterval = requireNonNull(removalInterval, "removalInterval is null");
        this.executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "audit");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.writer = new AuditWriter(store, executor, RETRY);
    }

    /** Begins to count refused requests, and to remove old rows. Replicas do not do that at the same time. */
    public void start() {
        long interval = LIMIT_INTERVAL.toMillis();
        executor.scheduleWithFixedDelay(this::writeCounted, interval, interval, TimeUnit.MILLISECONDS);
        long pause = removalInterval.toMillis();
        long first = ThreadLocalRandom.current().nextLong(pause / 60, pause);
        executor.scheduleWithFixedDelay(this::removeOld, first, pause, TimeUnit.MILLISECONDS);
    }

    /** Stores what is not stored yet. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        limit.end(clock.instant()).forEach(writer::add);
        writer.finish();
    }

    /** Records a request. Does not wait for the database to store it. */
    public void record(AuditedRequest request) {
        boolean isKnown = request.sender().isKnown();
        AuditedObject object = isKnown ? objects.complete(request.object()) : request.object();
        AuditRecord row = row(request, object);
        limit.admit(row, isKnown).ifPresent(writer::add);
        if (request.isChange() && isKnown) {
            log(request, object, row);
        }
    }

    @Override
    public void record(String verb, AuditedObject object, String detail) {
        record(new AuditedRequest("", SERVICE, verb, object, new Answer(200, detail, Duration.ZERO), true));
    }

    /** Lists requests, by default the newest first. */
    public ListPart<AuditEntry> list(ListRequest request) {
        AuditQuery query = AuditFilter.of(request);
        return new StoredList<>(request.sortedBy(AuditSort.COLUMNS), AuditRecord::number)
                .part(request, range -> store.list(query, range), range -> count(query, range))
                .map(rows -> rows.stream().map(AuditService::entry).toList());
    }

    /** A search for a text would read all rows. */
    private Optional<Long> count(AuditQuery query, RowRange range) {
        return query.text().isEmpty() ? store.count(query, range, MAX_COUNTED) : Optional.empty();
    }

    private AuditRecord row(AuditedRequest request, AuditedObject object) {
        Sender sender = request.sender();
        return new AuditRecord(
                0,
                clock.instant(),
                new AuditActor(
                        sender.user(), sender.tokenKind(), sender.tokenId(), sender.address(), sender.userAgent()),
                request.verb(),
                new AuditObject(object.kind(), object.namespace(), object.name(), object.uuid()),
                AuditOutcome.of(request.answer().status(), request.answer().detail()),
                request.id(),
                1);
    }

    private static AuditEntry entry(AuditRecord row) {
        return new AuditEntry(
                row.number(),
                row.at(),
                row.actor().userName(),
                row.actor().tokenKind(),
                row.actor().tokenId(),
                row.actor().address(),
                row.actor().userAgent(),
                row.verb(),
                row.object().kind(),
                row.object().namespace(),
                row.object().name(),
                row.object().uuid(),
                row.outcome().result().text(),
                row.outcome().status(),
                row.outcome().detail(),
                row.requestId(),
                row.requests());
    }

    private static void log(AuditedRequest request, AuditedObject object, AuditRecord row) {
        LOG.info(
                "{} by {}{}: {} {} in {} ms{}",
                row.verb(),
                row.actor().userName(),
                object.kind().isEmpty() ? "" : ", " + object,
                row.outcome().result().text(),
                row.outcome().status(),
                request.answer().duration().toMillis(),
                row.outcome().detail().isEmpty() ? "" : ": " + row.outcome().detail());
    }

    private void writeCounted() {
        limit.end(clock.instant()).forEach(writer::add);
    }

    /** In small batches, so that no other statement waits for it. */
    private void removeOld() {
        try {
            int removed = REMOVAL_BATCH;
            while (removed == REMOVAL_BATCH && !executor.isShutdown()) {
                removed = store.removeBefore(clock.instant().minus(retention), REMOVAL_BATCH);
            }
        } catch (RuntimeException e) {
            LOG.warn("old rows of the audit are removed later: {}", e.getMessage());
        }
    }
}
