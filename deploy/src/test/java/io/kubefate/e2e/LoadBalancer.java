package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes each connection on to a replica that is ready, in turn, as a Service of Kubernetes does. */
final class LoadBalancer implements AutoCloseable {

    private static final int BACKLOG = 50;
    private static final int CONNECT_MILLIS = 1_000;

    private final List<Service> replicas;
    private final Set<Service> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService connections = Executors.newCachedThreadPool();
    private final ScheduledExecutorService probes = Executors.newScheduledThreadPool(3);
    private final ServerSocket server;

    LoadBalancer(List<Service> replicas) {
        this.replicas = List.copyOf(replicas);
        try {
            server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ready.addAll(replicas);
        replicas.forEach(
                replica -> probes.scheduleWithFixedDelay(() -> probe(replica), 0, 1_000, TimeUnit.MILLISECONDS));
        connections.execute(this::accept);
    }

    /** {@return its host and port} */
    String address() {
        return "localhost:" + server.getLocalPort();
    }

    private void probe(Service replica) {
        if (replica.isReady()) {
            ready.add(replica);
        } else {
            ready.remove(replica);
        }
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
        int first = turn.getAndIncrement();
        for (int index = 0; index < replicas.size(); index++) {
            Service replica = replicas.get(Math.floorMod(first + index, replicas.size()));
            if (ready.contains(replica) && isServed(client, replica)) {
                return;
            }
        }
        Pipe.close(client);
    }

    /** Nothing of the request is sent before the connection is open, so another replica can get it otherwise. */
    private boolean isServed(Socket client, Service replica) {
        Socket backend = new Socket();
        try {
            backend.connect(new InetSocketAddress("localhost", replica.port()), CONNECT_MILLIS);
        } catch (IOException e) {
            Pipe.close(backend);
            return false;
        }
        Pipe.connect(client, backend, connections);
        return true;
    }

    @Override
    public void close() {
        probes.shutdownNow();
        connections.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
