package io.kubefate.server.metrics;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.concurrent.Threads;
import io.kubefate.server.store.CountStore;
import io.kubefate.server.store.StoredCounts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts clusters and jobs in the database at intervals, so that a scrape never waits for the database. */
public final class StoredCountsFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCountsFollower.class);

    private final CountStore store;
    private final Duration interval;
    private final ScheduledExecutorService thread = Threads.scheduled("metrics");
    private volatile Optional<StoredCounts> latest = Optional.empty();

    public StoredCountsFollower(CountStore store, Duration interval) {
        this.store = requireNonNull(store, "store is null");
        this.interval = requireNonNull(interval, "interval is null");
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::count, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the latest counts; empty while the database is unavailable. */
    public Optional<StoredCounts> latest() {
        return latest;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** The health check reports an unavailable database. */
    private void count() {
        try {
            latest = Optional.of(store.count());
        } catch (RuntimeException e) {
            LOG.debug("cannot count clusters and jobs: {}", e.getMessage());
            latest = Optional.empty();
        }
    }
}
