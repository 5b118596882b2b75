package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port whose connections are passed on to another one, which can change. */
final class Forwarder implements AutoCloseable {

    private static final int BACKLOG = 50;

    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private volatile int target;

    Forwarder(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        connections.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Passes new connections on to another port, and closes the others. */
    void moveTo(int port) {
        target = port;
        open.forEach(Pipe::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try {
            Pipe.connect(client, new Socket(InetAddress.getLoopbackAddress(), target), connections);
        } catch (IOException e) {
            Pipe.close(client);
        } finally {
            open.remove(client);
        }
    }

    @Override
    public void close() {
        connections.shutdownNow();
        open.forEach(Pipe::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
