package io.kubefate.server.service;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * A call that is made beside others, in a thread of its own: it waits for Kubernetes most of its time, and the common pool has as
 * many threads as there are processors, which may be one.
 *
 * @param call the call
 */
record Beside<T>(CompletableFuture<T> call) {

    static <T> Beside<T> start(Supplier<T> call) {
        return new Beside<>(CompletableFuture.supplyAsync(call, task -> new Thread(task, "beside").start()));
    }

    /** {@return what the call returned; throws what it threw} */
    T result() {
        try {
            return call.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
