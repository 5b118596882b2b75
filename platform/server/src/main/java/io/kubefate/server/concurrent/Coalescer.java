package io.kubefate.server.concurrent;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Combines bursts of signals into few runs of an action: a run follows every signal, and runs never overlap. */
final class Coalescer {

    private static final Logger LOGGER = LoggerFactory.getLogger(Coalescer.class);

    private final AtomicInteger signals = new AtomicInteger();
    private final ScheduledExecutorService scheduler;
    private final Duration delay;
    private final Runnable action;

    /**
     * Creates a coalescer.
     *
     * @param delay the time to wait after a signal for others of the same burst
     */
    Coalescer(ScheduledExecutorService scheduler, Duration delay, Runnable action) {
        this.scheduler = scheduler;
        this.delay = delay;
        this.action = action;
    }

    void signal() {
        if (signals.getAndIncrement() == 0) {
            schedule();
        }
    }

    private void schedule() {
        if (!scheduler.isShutdown()) {
            scheduler.schedule(this::run, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        int seen = signals.get();
        try {
            action.run();
        } catch (RuntimeException exception) {
            LOGGER.error("A listener for the state of a cluster failed", exception);
        }
        if (signals.addAndGet(-seen) > 0) {
            schedule();
        }
    }
}
