package io.kubefate.server.concurrent;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A call that is made beside others, in a thread of its own: it waits for Kubernetes most of its time, and the common pool has as
 * many threads as there are processors, which may be one.
 *
 * @param call the call
 */
public record ParallelCall<T>(CompletableFuture<T> call) {

    public ParallelCall {
        requireNonNull(call, "call is null");
    }

    public static <T> ParallelCall<T> start(Supplier<T> call) {
        return new ParallelCall<>(CompletableFuture.supplyAsync(call, task -> new Thread(task, "beside").start()));
    }

    /** {@return what the call returned; throws what it threw} */
    public T result() {
        try {
            return call.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
