package io.kubefate.server.http.stream;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * Turns requests into WebSockets. A resource method does it, after all that is checked of any request was checked, so that a
 * refusal is the same answer as everywhere.
 *
 * @param scheduler for signs of life
 * @param pulse how often one is sent, as a ping: proxies drop a connection on which nothing comes for a while (often 60 s), and
 *     every client answers pings by itself and shows nothing
 */
public record Sockets(ScheduledExecutorService scheduler, Duration pulse) {

    /** A client that takes nothing for so long is gone, or will come again. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    public Sockets {
        requireNonNull(scheduler, "scheduler is null");
        requireNonNull(pulse, "pulse is null");
    }

    /**
     * Answers a request with a WebSocket.
     *
     * @throws KubefateException {@code INVALID_REQUEST} if the client did not ask for one, or a page of another site did with the
     *     user's cookie
     */
    public void upgrade(HttpServletRequest request, HttpServletResponse response, Session.Listener endpoint) {
        refuseOtherSites(request);
        JettyWebSocketServerContainer container =
                JettyWebSocketServerContainer.getContainer(request.getServletContext());
        try {
            boolean asked = "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
            if (!asked || !container.upgrade((wanted, answer) -> endpoint, request, response)) {
                throw new KubefateException(
                        ErrorCode.INVALID_REQUEST,
                        "this is a WebSocket: connect with ws:// or wss://, and let proxies pass the header Upgrade");
            }
        } catch (IOException e) {
            throw new KubefateException(ErrorCode.INVALID_REQUEST, "the connection broke", e);
        }
    }

    /** Browsers send cookies with WebSockets of any page; other tokens a page must know itself. */
    private static void refuseOtherSites(HttpServletRequest request) {
        boolean byCookie = request.getHeader("Authorization") == null && request.getParameter("token") == null;
        String origin = Objects.requireNonNullElse(request.getHeader("Origin"), "");
        String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
        if (byCookie
                && !origin.isEmpty()
                && !origin.replaceFirst("^\\w+://", "").equalsIgnoreCase(host)) {
            throw new KubefateException(
                    ErrorCode.INVALID_REQUEST, "pages of another site may not use the cookie: send the token itself");
        }
    }

    /** {@return what keeps the connection alive until it is cancelled} */
    Future<?> keepAlive(Session session, Runnable alsoDo) {
        session.setIdleTimeout(IDLE);
        Runnable beat = () -> {
            session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
            alsoDo.run();
        };
        return scheduler.scheduleWithFixedDelay(beat, pulse.toMillis(), pulse.toMillis(), TimeUnit.MILLISECONDS);
    }
}
