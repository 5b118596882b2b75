package io.kubefate.server.service.identity;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.concurrent.Threads;
import io.kubefate.server.store.IdentityStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the current {@link Access}: it is read again at intervals, because other replicas change it, and at once after a change by
 * this one. While the database is unavailable, the last one counts.
 */
public final class AccessControl implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessControl.class);

    /** How long a request waits for a read that another one has begun. A database that hangs must not hold all threads. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final IdentityStore store;
    private final Clock clock;
    private final Duration interval;
    private final List<Consumer<Access>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Instant> uses = new ConcurrentHashMap<>();
    private final Map<String, Instant> storedUses = new ConcurrentHashMap<>();
    private final ScheduledExecutorService thread = Threads.scheduled("access");

    private final ReentrantLock reading = new ReentrantLock();

    private volatile Access current;
    private volatile boolean failing;
    private long readAt;
    private boolean isFailureLogged;

    /**
     * Reads the current access.
     *
     * @param interval between two reads
     */
    public AccessControl(IdentityStore store, Clock clock, Duration interval) {
        this.store = requireNonNull(store, "store is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.interval = requireNonNull(interval, "interval is null");
        this.current = new Access(store.rows());
        this.readAt = System.nanoTime();
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::follow, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    public Access current() {
        return current;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Calls a listener with each access that is read. */
    public void onRead(Consumer<Access> listener) {
        listeners.add(requireNonNull(listener, "listener is null"));
    }

    /** Reads the access after a change. */
    public void reload() {
        reading.lock();
        try {
            read();
        } finally {
            reading.unlock();
        }
    }

    /**
     * Returns an access that knows what another replica stored. If the database is unavailable, returns the current one, and does not wait
     * for the database again until it was read at the next interval.
     *
     * @param maxAge how old it may be
     */
    public Access recent(Duration maxAge) {
        long oldest = System.nanoTime() - maxAge.toNanos();
        try {
            if (!failing && reading.tryLock(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                readIfOlder(oldest);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("the access is not read", e);
        }
        return current;
    }

    /** Notes the use of an API token; the time is stored at most once a minute. */
    public void used(AccessToken token) {
        if (token.kind() == AccessToken.Kind.API) {
            uses.put(token.id(), now().truncatedTo(ChronoUnit.MINUTES));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void readIfOlder(long time) {
        try {
            if (readAt - time < 0) {
                read();
            }
        } finally {
            reading.unlock();
        }
    }

    private void read() {
        long now = System.nanoTime();
        try {
            current = new Access(store.rows());
            failing = false;
        } catch (RuntimeException e) {
            failing = true;
            throw e;
        }
        readAt = now;
        listeners.forEach(listener -> listener.accept(current));
    }

    private void follow() {
        try {
            reload();
            storeUses();
            if (isFailureLogged) {
                LOG.info("users and permissions are read again");
            }
            isFailureLogged = false;
        } catch (RuntimeException e) {
            if (!isFailureLogged) {
                LOG.warn("cannot read users and permissions, keeping the last ones: {}", e.getMessage());
            }
            isFailureLogged = true;
        }
    }

    private void storeUses() {
        uses.forEach((token, at) -> {
            if (!at.equals(storedUses.get(token))) {
                store.used(token, at);
                storedUses.put(token, at);
            }
        });
    }
}
