package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.concurrent.LogContext;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.component.LifeCycle;

/**
 * The open streams, each in a thread of its own. They end as soon as the server starts to stop, because it waits for all requests
 * to end; one that starts after this ends at once.
 */
public final class Streams implements LifeCycle.Listener {

    private final Executor executor;
    private final Set<Thread> open = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    public Streams(Executor executor) {
        this.executor = requireNonNull(executor, "executor is null");
    }

    /** Asks proxies to buffer nothing of a response. */
    public static void disableBuffering(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("X-Accel-Buffering", "no"); // nginx and its ingress controller
    }

    /** Runs a stream until it ends, or is interrupted. */
    public void start(Runnable stream) {
        LogContext context = LogContext.current();
        executor.execute(() -> context.run(() -> run(stream)));
    }

    /** A stream always runs, even if only to end: it has to complete its request. */
    private void run(Runnable stream) {
        Thread thread = Thread.currentThread();
        open.add(thread);
        try {
            if (stopping) {
                thread.interrupt();
            }
            stream.run();
        } finally {
            open.remove(thread);
        }
    }

    @Override
    public void lifeCycleStopping(LifeCycle server) {
        stopping = true;
        open.forEach(Thread::interrupt);
    }
}
