package io.kubefate.server.kubernetes.fabric;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy between a client and an API server that can be closed, as if the API server was unavailable. */
final class Gate implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final InetSocketAddress target;
    private final ServerSocket entrance;
    private volatile boolean shut;

    Gate(String host, int port) throws IOException {
        target = new InetSocketAddress(host, port);
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void shut() {
        shut = true;
        open.forEach(Gate::end);
    }

    void open() {
        shut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        shut();
        threads.shutdownNow();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                enter(entrance.accept());
            } catch (IOException refused) {
                shut |= entrance.isClosed();
            }
        }
    }

    private void enter(Socket client) throws IOException {
        open.add(client);
        if (shut) {
            client.close();
            return;
        }
        Socket server = new Socket();
        open.add(server);
        server.connect(target);
        threads.execute(() -> forward(client, server));
        threads.execute(() -> forward(server, client));
    }

    private static void forward(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
