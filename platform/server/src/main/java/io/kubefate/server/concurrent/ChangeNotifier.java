package io.kubefate.server.concurrent;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells a listener a state when it has changed: soon after a signal, one call at a time. */
public final class ChangeNotifier<S> implements AutoCloseable {

    /** A change of a cluster comes as many events. */
    public static final Duration BURST = Duration.ofMillis(50);

    private final Supplier<S> state;
    private final BiPredicate<S, S> same;
    private final Consumer<S> onChange;
    private final Coalescer signals;
    private volatile boolean closed;
    private volatile @Nullable S told;

    /**
     * A teller that has told nothing yet.
     *
     * @param delay how soon after a signal
     * @param state computes the state
     * @param same whether two states say the same
     * @param onChange is told
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
                requireNonNull(scheduler, "scheduler is null"), requireNonNull(delay, "delay is null"), this::tell);
    }

    /** Something has changed that may change the state. */
    public void signal() {
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
        S now = state.get();
        if (told == null || !same.test(told, now)) {
            onChange.accept(now);
            told = now;
        }
    }
}
