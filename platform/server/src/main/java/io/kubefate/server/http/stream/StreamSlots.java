package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** Limits how many streams are open, because each takes a connection, memory and, mostly, a thread. */
public final class StreamSlots {

    private final int max;
    private final int maxPerUser;
    private final Map<String, Integer> open = new HashMap<>();
    private int total;

    /**
     * Creates the slots of a service.
     *
     * @param max the number of streams of all users
     * @param maxPerUser the number of streams of one user
     */
    public StreamSlots(int max, int maxPerUser) {
        this.max = max;
        this.maxPerUser = maxPerUser;
    }

    /**
     * Takes a slot until a request has been answered completely.
     *
     * @throws KubefateException {@link ErrorCode#TOO_MANY_REQUESTS}
     */
    public void takeFor(HttpServletRequest request, String user) {
        Slot slot = take(user);
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(request), failure -> slot.release());
    }

    /**
     * Takes a slot.
     *
     * @throws KubefateException {@link ErrorCode#TOO_MANY_REQUESTS}
     */
    synchronized Slot take(String user) {
        int ofUser = open.getOrDefault(user, 0);
        if (ofUser >= maxPerUser) {
            throw full("user " + user + " has " + ofUser + " open streams of logs, events, commands and ports, the"
                    + " maximum (requests.maxStreamsPerUser)");
        }
        if (total >= max) {
            throw full("the service has " + total + " open streams of logs, events, commands and ports, the maximum"
                    + " (requests.maxStreams)");
        }
        open.put(user, ofUser + 1);
        total++;
        return new Slot(user);
    }

    private synchronized void release(String user) {
        total--;
        open.computeIfPresent(user, (name, count) -> count > 1 ? count - 1 : null);
    }

    private static KubefateException full(String reason) {
        return new KubefateException(ErrorCode.TOO_MANY_REQUESTS, reason + "; end one of them, or try again later");
    }

    /** The right to one stream. */
    final class Slot {

        private final String user;
        private final AtomicBoolean released = new AtomicBoolean();

        private Slot(String user) {
            this.user = requireNonNull(user, "user is null");
        }

        void release() {
            if (released.compareAndSet(false, true)) {
                StreamSlots.this.release(user);
            }
        }
    }
}
