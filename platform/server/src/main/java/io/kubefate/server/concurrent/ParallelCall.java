package io.kubefate.server.concurrent;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * A call that runs in its own thread: it mostly waits for Kubernetes, and the common pool has only as many threads as there are
 * processors.
 *
 * @param call the running call
 */
public record ParallelCall<T>(Future<T> call) implements AutoCloseable {

    private static final Parallel THREADS = new Parallel(task -> new Thread(task, "beside").start());

    public ParallelCall {
        requireNonNull(call, "call is null");
    }

    public static <T> ParallelCall<T> start(Supplier<T> call) {
        return new ParallelCall<>(THREADS.start(call));
    }

    /**
     * Returns the result of the call, or throws its exception.
     *
     * @throws CancellationException if the caller is interrupted
     */
    public T result() {
        return Parallel.join(call);
    }

    /** Interrupts the call if it still runs, because nobody needs its result any more. */
    @Override
    public void close() {
        call.cancel(true);
    }
}
