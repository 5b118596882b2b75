package io.kubefate.server.kubernetes;

import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells a listener the state of a Job when it has changed: soon after a signal, one call at a time. */
final class JobTeller implements AutoCloseable {

    private final Supplier<JobState> state;
    private final Consumer<JobState> onChange;
    private final Coalescer signals;
    private volatile boolean closed;
    private volatile JobState told;

    JobTeller(ScheduledExecutorService scheduler, Supplier<JobState> state, Consumer<JobState> onChange) {
        this.state = state;
        this.onChange = onChange;
        this.signals = new Coalescer(scheduler, this::tell);
    }

    /** Something has changed that may change the state. */
    void signal() {
        if (!closed) {
            signals.signal();
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void tell() {
        if (closed) {
            return;
        }
        JobState now = state.get();
        if (!now.equals(told)) {
            onChange.accept(now);
            told = now;
        }
    }
}
