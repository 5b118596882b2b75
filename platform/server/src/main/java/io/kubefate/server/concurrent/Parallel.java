package io.kubefate.server.concurrent;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs several calls concurrently.
 *
 * @param executor must grow with the number of calls, since calls can be nested
 */
public record Parallel(Executor executor) {

    private static final Duration UNLIMITED = Duration.ofDays(365);

    public Parallel {
        requireNonNull(executor, "executor is null");
    }

    /** Starts a call. */
    public <R> Future<R> start(Supplier<R> call) {
        LogContext context = LogContext.current();
        FutureTask<R> task = new FutureTask<>(() -> context.call(call));
        executor.execute(task);
        return task;
    }

    /**
     * Runs a call that may wait for too long.
     *
     * @throws TimeoutException if it has not ended in time; it is interrupted
     * @throws RuntimeException the exception of the call
     * @throws CancellationException if the caller is interrupted; the call is interrupted, too
     */
    public <R> R within(Duration limit, Supplier<R> call) throws TimeoutException {
        return join(start(call), limit);
    }

    /**
     * Runs a call for every item.
     *
     * @return the results in the order of the items
     * @throws RuntimeException the exception of the first failed call
     * @throws CancellationException if the caller is interrupted; the calls are interrupted, too
     */
    public <T, R> List<R> map(Collection<T> items, Function<T, R> call) {
        List<Future<R>> calls =
                items.stream().map(item -> start(() -> call.apply(item))).toList();
        try {
            return calls.stream().map(Parallel::join).toList();
        } catch (CancellationException e) {
            calls.forEach(other -> other.cancel(true));
            throw e;
        }
    }

    /**
     * Runs a call for every item, and waits until all have ended: a call that still ran after the failure of another could write what the
     * caller is about to remove.
     *
     * @throws RuntimeException the exception of the first failed call
     * @throws CancellationException if the caller is interrupted; the calls are interrupted, too
     */
    public <T> void forEach(Collection<T> items, Consumer<T> call) {
        map(items, item -> failure(call, item)).stream()
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
    }

    private static <T> Optional<RuntimeException> failure(Consumer<T> call, T item) {
        try {
            call.accept(item);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /**
     * Returns the result of a call, or throws its exception.
     *
     * @throws CancellationException if the caller is interrupted; the call is interrupted, too
     */
    public static <R> R join(Future<R> call) {
        try {
            return join(call, UNLIMITED);
        } catch (TimeoutException e) {
            throw new IllegalStateException("a call did not end", e);
        }
    }

    private static <R> R join(Future<R> call, Duration limit) throws TimeoutException {
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException("a call failed", e.getCause());
        }
    }

    private static CancellationException cancelled(InterruptedException cause) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }
}
