package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.concurrent.LogContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The open streams, each in a thread of its own. They end as soon as the server starts to stop, because it waits for all requests
 * to end.
 */
public final class Streams implements LifeCycle.Listener {

    private final ExecutorService executor;
    private final Set<Future<?>> open = ConcurrentHashMap.newKeySet();

    public Streams(ExecutorService executor) {
        this.executor = requireNonNull(executor, "executor is null");
    }

    /** Asks proxies to buffer nothing of a response. */
    public static void disableBuffering(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("X-Accel-Buffering", "no"); // nginx and its ingress controller
    }

    public void start(Runnable stream) {
        open.removeIf(Future::isDone);
        LogContext context = LogContext.current();
        open.add(executor.submit(() -> context.run(stream)));
    }

    @Override
    public void lifeCycleStopping(LifeCycle server) {
        open.forEach(stream -> stream.cancel(true));
    }
}
