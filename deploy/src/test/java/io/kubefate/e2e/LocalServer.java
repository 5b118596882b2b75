package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Listens on a port of this machine, and serves each connection in a thread of its own. */
final class LocalServer implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final ServerSocket server;

    LocalServer() {
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** {@return the threads of its connections} */
    Executor threads() {
        return connections;
    }

    void start(Consumer<Socket> serve) {
        connections.execute(() -> accept(serve));
    }

    private void accept(Consumer<Socket> serve) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.execute(() -> serve.accept(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.shutdownNow();
        }
    }
}
