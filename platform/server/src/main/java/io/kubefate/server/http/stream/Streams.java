package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.eclipse.jetty.util.component.LifeCycle;

/** The answers that go on, each in a thread of its own. When the server stops they end at once: it waits for all answers to end. */
public final class Streams implements LifeCycle.Listener {

    private final ExecutorService executor;
    private final Set<Future<?>> open = ConcurrentHashMap.newKeySet();

    public Streams(ExecutorService executor) {
        this.executor = requireNonNull(executor, "executor is null");
    }

    /** Asks whoever is between to keep nothing of an answer back. */
    public static void passOnAtOnce(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("X-Accel-Buffering", "no"); // nginx, and the ingress controller made of it
    }

    /** Begins one. */
    public void start(Runnable stream) {
        open.removeIf(Future::isDone);
        open.add(executor.submit(stream));
    }

    @Override
    public void lifeCycleStopping(LifeCycle server) {
        open.forEach(stream -> stream.cancel(true));
    }
}
