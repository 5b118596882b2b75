package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.Watch;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Waits for a state that a watch reports, until the deadline of the job or a request to stop. */
final class Waiting {

    private final Journal journal;
    private final BooleanSupplier stop;

    /**
     * @param journal has the deadline, and how often to look for a request to stop
     * @param stop whether to stop waiting
     */
    Waiting(Journal journal, BooleanSupplier stop) {
        this.journal = journal;
        this.stop = stop;
    }

    /**
     * Waits.
     *
     * @param watch opens the watch, given a listener
     * @param done whether a state is the one to wait for; called in this thread
     * @return why the waiting ended; READY if it is done
     * @param <T> the state
     */
    <T> Readiness.End until(Function<Consumer<T>, Watch> watch, Predicate<T> done) throws InterruptedException {
        // Only the newest state matters, so the queue holds one and a newer one takes its place.
        BlockingQueue<T> newest = new ArrayBlockingQueue<>(1);
        try (Watch open = watch.apply(state -> {
            newest.clear();
            newest.offer(state);
        })) {
            while (!journal.overdue()) {
                T state = newest.poll(journal.pause().toMillis(), TimeUnit.MILLISECONDS);
                if (state != null && done.test(state)) {
                    return Readiness.End.READY;
                }
                if (stop.getAsBoolean()) {
                    return Readiness.End.STOPPED;
                }
            }
            return Readiness.End.OVERDUE;
        }
    }
}
