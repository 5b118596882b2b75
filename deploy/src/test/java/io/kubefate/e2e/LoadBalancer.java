package io.kubefate.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes each connection on to a replica that is ready, in turn, as a Service of Kubernetes does. */
final class LoadBalancer implements AutoCloseable {

    private static final int CONNECT_MILLIS = 1_000;

    private final List<Service> replicas;
    private final Set<Service> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService probes = Executors.newScheduledThreadPool(3);
    private final LocalServer server = new LocalServer();

    LoadBalancer(List<Service> replicas) {
        this.replicas = List.copyOf(replicas);
        ready.addAll(replicas);
        replicas.forEach(
                replica -> probes.scheduleWithFixedDelay(() -> probe(replica), 0, 1_000, TimeUnit.MILLISECONDS));
        server.start(this::serve);
    }

    /** {@return its host and port} */
    String address() {
        return "localhost:" + server.port();
    }

    private void probe(Service replica) {
        if (replica.isReady()) {
            ready.add(replica);
        } else {
            ready.remove(replica);
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
        Pipe.connect(client, backend, server.threads());
        return true;
    }

    @Override
    public void close() {
        probes.shutdownNow();
        server.close();
    }
}
