package io.kubefate.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port whose connections are passed on to another one, which can change. */
final class Forwarder implements AutoCloseable {

    private final LocalServer server = new LocalServer();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;

    Forwarder(int target) {
        this.target = target;
        server.start(this::serve);
    }

    int port() {
        return server.port();
    }

    /** Passes new connections on to another port, and closes the others. */
    void moveTo(int port) {
        target = port;
        open.forEach(Pipe::close);
    }

    private void serve(Socket client) {
        open.add(client);
        try {
            Pipe.connect(client, new Socket(InetAddress.getLoopbackAddress(), target), server.threads());
        } catch (IOException e) {
            Pipe.close(client);
        } finally {
            open.remove(client);
        }
    }

    @Override
    public void close() {
        server.close();
        open.forEach(Pipe::close);
    }
}
