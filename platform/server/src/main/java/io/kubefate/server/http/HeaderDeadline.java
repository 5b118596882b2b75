package io.kubefate.server.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes a connection on which the headers of the next request do not arrive in time. Jetty's idle timeout starts again with each byte.
 */
final class HeaderDeadline implements Connection.Listener {

    private static final String TASK = HeaderDeadline.class.getName();

    private final Duration limit;

    HeaderDeadline(Duration limit) {
        this.limit = requireNonNull(limit, "limit is null");
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData http) {
            start(http);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof ConnectionMetaData http) {
            stop(http);
        }
    }

    /**
     * Notes that the headers of a request have arrived.
     *
     * @return a callback that starts the time of the next request
     */
    Callback arrived(Request request, Callback callback) {
        ConnectionMetaData connection = request.getConnectionMetaData();
        stop(connection);
        return Callback.from(() -> start(connection), callback);
    }

    private void start(ConnectionMetaData connection) {
        Scheduler scheduler = connection.getConnector().getScheduler();
        connection.setAttribute(
                TASK, scheduler.schedule(() -> close(connection), limit.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void stop(ConnectionMetaData connection) {
        if (connection.getAttribute(TASK) instanceof Scheduler.Task task) {
            task.cancel();
        }
    }

    /** Leaves a connection that has become a WebSocket. */
    private static void close(ConnectionMetaData connection) {
        Connection http = connection.getConnection();
        if (http.getEndPoint().getConnection() == http) {
            http.getEndPoint().close(new TimeoutException("the headers of the request arrive too slowly"));
        }
    }
}
