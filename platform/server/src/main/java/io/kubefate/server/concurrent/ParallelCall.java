package io.kubefate.server.concurrent;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A call that runs in its own thread: it mostly waits for Kubernetes, and the common pool has only as many threads as there are
 * processors.
 *
 * @param call the running call
 */
public record ParallelCall<T>(CompletableFuture<T> call) {

    public ParallelCall {
        requireNonNull(call, "call is null");
    }

    public static <T> ParallelCall<T> start(Supplier<T> call) {
        return new ParallelCall<>(CompletableFuture.supplyAsync(call, task -> new Thread(task, "beside").start()));
    }

    /** Returns the result of the call, or throws its exception. */
    public T result() {
        try {
            return call.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
