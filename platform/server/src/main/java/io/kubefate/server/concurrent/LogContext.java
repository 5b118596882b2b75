package io.kubefate.server.concurrent;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * What every line says that a thread logs: the id of the request or job that it works on. Threads do not inherit it.
 *
 * @param values by name
 */
public record LogContext(Map<String, String> values) {

    private static final String REQUEST = "request";
    private static final String JOB = "job";

    public LogContext {
        values = Map.copyOf(values);
    }

    /** Returns the context of this thread. */
    public static LogContext current() {
        Map<String, String> values = MDC.getCopyOfContextMap();
        return new LogContext(values == null ? Map.of() : values);
    }

    public static LogContext ofRequest(String id) {
        return new LogContext(Map.of(REQUEST, id));
    }

    public static LogContext ofJob(String uuid) {
        return new LogContext(Map.of(JOB, uuid));
    }

    /** Returns the id of the request that this thread works on. */
    public static Optional<String> requestId() {
        return Optional.ofNullable(MDC.get(REQUEST));
    }

    /** Runs a task in this context, and restores that of the thread. */
    public void run(Runnable task) {
        Scope scope = enter();
        try {
            task.run();
        } finally {
            scope.close();
        }
    }

    /** Runs a call in this context, and restores that of the thread. */
    public <R> R call(Supplier<R> call) {
        Scope scope = enter();
        try {
            return call.get();
        } finally {
            scope.close();
        }
    }

    /** Enters this context until the scope is closed, in the same thread. */
    public Scope enter() {
        LogContext before = current();
        Map<String, String> all = new HashMap<>(before.values);
        all.putAll(values);
        MDC.setContextMap(all);
        return () -> MDC.setContextMap(before.values);
    }

    /** The time in which a context applies. */
    public interface Scope {

        /** Restores the context that the thread had before. */
        void close();
    }
}
