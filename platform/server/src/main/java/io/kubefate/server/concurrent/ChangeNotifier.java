package io.kubefate.server.concurrent;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Notifies a listener when a state has changed: shortly after a signal, one call at a time. */
public final class ChangeNotifier<S> implements AutoCloseable {

    /** The delay that combines the many events of one change into one call. */
    public static final Duration BURST = Duration.ofMillis(50);

    private final Supplier<S> state;
    private final BiPredicate<S, S> same;
    private final Consumer<S> onChange;
    private final Coalescer signals;
    private volatile boolean closed;
    private volatile @Nullable S last;

    /**
     * Creates a notifier; the first signal always notifies.
     *
     * @param delay the delay after a signal
     * @param state computes the state
     * @param same whether two states are equal for the listener
     * @param onChange receives the new state
     */
    public ChangeNotifier(
            ScheduledExecutorService scheduler,
            Duration delay,
            Supplier<S> state,
            BiPredicate<S, S> same,
            Consumer<S> onChange) {
        this.state = requireNonNull(state, "state is null");
        this.same = requireNonNull(same, "same is null");
        this.onChange = requireNonNull(onChange, "onChange is null");
        this.signals = new Coalescer(
                requireNonNull(scheduler, "scheduler is null"),
                requireNonNull(delay, "delay is null"),
                this::notifyListener);
    }

    /** Signals that the state may have changed. */
    public void signal() {
        if (!closed) {
            signals.signal();
        }
    }

    /** Does not wait for a running call, since a listener may close its own watch. */
    @Override
    public void close() {
        closed = true;
    }

    /** Never runs concurrently with itself. If the listener throws, the next signal notifies it again. */
    private void notifyListener() {
        if (closed) {
            return;
        }
        S now = state.get();
        if (last == null || !same.test(last, now)) {
            onChange.accept(now);
            last = now;
        }
    }
}
