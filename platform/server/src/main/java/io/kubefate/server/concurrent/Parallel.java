package io.kubefate.server.concurrent;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Runs several calls concurrently.
 *
 * @param executor must grow with the number of calls, since calls can be nested
 */
public record Parallel(Executor executor) {

    public Parallel {
        requireNonNull(executor, "executor is null");
    }

    /**
     * Runs a call for every item.
     *
     * @return the results in the order of the items
     * @throws RuntimeException the exception of the first failed call
     */
    public <T, R> List<R> map(Collection<T> items, Function<T, R> call) {
        List<CompletableFuture<R>> calls = items.stream()
                .map(item -> CompletableFuture.supplyAsync(() -> call.apply(item), executor))
                .toList();
        return calls.stream().map(Parallel::join).toList();
    }

    /** Returns the result of a call, or throws its exception. */
    public static <R> R join(CompletableFuture<R> call) {
        try {
            return call.join();
        } catch (CompletionException exception) {
            if (exception.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw exception;
        }
    }
}
