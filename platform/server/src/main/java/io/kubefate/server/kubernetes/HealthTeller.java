package io.kubefate.server.kubernetes;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells a listener the health of a cluster when it has changed: soon after a signal, one call at a time. */
final class HealthTeller implements AutoCloseable {

    private final Supplier<ClusterHealth> health;
    private final Consumer<ClusterHealth> onChange;
    private final Coalescer signals;
    private volatile boolean closed;
    private volatile ClusterHealth told;

    HealthTeller(ScheduledExecutorService scheduler, Supplier<ClusterHealth> health, Consumer<ClusterHealth> onChange) {
        this.health = health;
        this.onChange = onChange;
        this.signals = new Coalescer(scheduler, this::tell);
    }

    /** Something has changed that may change the health. */
    void signal() {
        if (!closed) {
            signals.signal();
        }
    }

    /** Does not wait for a call that is under way, since a listener may close its own watch. */
    @Override
    public void close() {
        closed = true;
    }

    /** Runs never overlap: one thread at a time changes {@code told}. What a listener fails to take is told again. */
    private void tell() {
        if (closed) {
            return;
        }
        ClusterHealth now = health.get();
        if (told == null || !told.isSameAs(now)) {
            onChange.accept(now);
            told = now;
        }
    }
}
