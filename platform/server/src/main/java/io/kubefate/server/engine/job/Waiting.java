package io.kubefate.server.engine.job;

import io.kubefate.server.kubernetes.Watch;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Waits for what a watch tells, as long as the job has time and nobody stops it. */
final class Waiting {

    private final Journal journal;
    private final BooleanSupplier stop;

    /**
     * A waiting.
     *
     * @param journal knows the deadline, and how often to look for a stop request
     * @param stop whether to give up
     */
    Waiting(Journal journal, BooleanSupplier stop) {
        this.journal = journal;
        this.stop = stop;
    }

    /**
     * Waits.
     *
     * @param watch opens the watch, given whom to tell
     * @param done looks at what was told, in this thread; whether that is what is waited for
     * @return why the waiting ended; READY if it is done
     * @param <T> what is told
     */
    <T> Readiness.End until(Function<Consumer<T>, Watch> watch, Predicate<T> done) throws InterruptedException {
        // Only the newest state matters, so the queue holds one and a newer one takes its place.
        BlockingQueue<T> newest = new ArrayBlockingQueue<>(1);
        try (Watch open = watch.apply(told -> {
            newest.clear();
            newest.offer(told);
        })) {
            while (!journal.overdue()) {
                T told = newest.poll(journal.pause().toMillis(), TimeUnit.MILLISECONDS);
                if (told != null && done.test(told)) {
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
