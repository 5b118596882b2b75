package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.http.security.Grant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * Upgrades requests to WebSockets. Resource methods call it after all checks, so that a refusal is an ordinary response.
 *
 * @param slots limit their number
 * @param scheduler sends the pings
 * @param pulse the interval between pings: proxies drop silent connections (often after 60 s), and every client answers pings by itself
 */
public record Sockets(StreamSlots slots, ScheduledExecutorService scheduler, Duration pulse) {

    /** A client that reads nothing for this long is gone, or connects again. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    public Sockets {
        requireNonNull(slots, "slots is null");
        requireNonNull(scheduler, "scheduler is null");
        requireNonNull(pulse, "pulse is null");
    }

    /**
     * Answers a request with a WebSocket.
     *
     * @param endpoint creates the endpoint, which releases the slot when it is closed
     * @throws KubefateException {@code INVALID_REQUEST} if the request is not a WebSocket request, {@code TOO_MANY_REQUESTS}
     */
    public void upgrade(HttpServletRequest request, HttpServletResponse response, Endpoint<?> endpoint) {
        StreamSlots.Slot slot = slots.take(Grant.of(request));
        try {
            upgrade(request, response, start(endpoint, slot));
        } catch (RuntimeException e) {
            slot.release();
            throw e;
        }
    }

    private static <T extends Session.Listener & Revocable> T start(Endpoint<T> endpoint, StreamSlots.Slot slot) {
        T socket = endpoint.create(slot::release);
        slot.use(socket);
        return socket;
    }

    private static void upgrade(HttpServletRequest request, HttpServletResponse response, Session.Listener endpoint) {
        JettyWebSocketServerContainer container =
                JettyWebSocketServerContainer.getContainer(request.getServletContext());
        try {
            boolean asked = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
            if (!asked || !container.upgrade((wanted, answer) -> endpoint, request, response)) {
                throw new KubefateException(
                        ErrorCode.INVALID_REQUEST,
                        "WebSocket request expected: connect with ws:// or wss://, and let proxies pass the header"
                                + " Upgrade");
            }
        } catch (IOException e) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "the connection was closed", e);
        }
    }

    /** {@return pings the client, and runs {@code alsoDo}, until it is cancelled} */
    Future<?> keepAlive(Session session, Runnable alsoDo) {
        session.setIdleTimeout(IDLE);
        Runnable beat = () -> {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
            alsoDo.run();
        };
        return scheduler.scheduleWithFixedDelay(beat, pulse.toMillis(), pulse.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Shortens the reason of a close to the 123 bytes that the protocol allows. */
    static String shortened(@Nullable String reason) {
        return reason == null ? "" : reason.replaceAll("[^ -~]", "?").substring(0, Math.min(120, reason.length()));
    }

    /** Creates the endpoint of a WebSocket. */
    public interface Endpoint<T extends Session.Listener & Revocable> {

        /**
         * Creates it.
         *
         * @param whenClosed is called when the WebSocket is closed
         */
        T create(Runnable whenClosed);
    }
}
