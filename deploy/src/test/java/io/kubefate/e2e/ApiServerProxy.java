package io.kubefate.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of a service to the API server, on which requests can fail. It passes requests on to {@code kubectl proxy}, which logs in with
 * {@code KUBECONFIG}. Each connection serves one request.
 */
final class ApiServerProxy implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern PORT = Pattern.compile("Starting to serve on 127\\.0\\.0\\.1:(\\d+)");

    private final List<String> writes = new CopyOnWriteArrayList<>();
    private final Set<Socket> watches = ConcurrentHashMap.newKeySet();
    private final Command.Running kubectl;
    private final int upstream;
    private final LocalServer server = new LocalServer();
    private final Path kubeconfig;
    private volatile Disturbance disturbance = Disturbance.NONE;

    /** What happens to requests. */
    @FunctionalInterface
    interface Disturbance {

        Disturbance NONE = request -> Effect.PASS;

        Effect on(ApiRequest request);
    }

    /**
     * What happens to one request.
     *
     * @param delay before it is passed on
     * @param status of the answer in place of that of the API server; 0 closes the connection
     */
    record Effect(Duration delay, Optional<Integer> status) {

        static final Effect PASS = new Effect(Duration.ZERO, Optional.empty());
        static final Effect CLOSE = answer(0);

        static Effect answer(int status) {
            return new Effect(Duration.ZERO, Optional.of(status));
        }

        static Effect delay(Duration delay) {
            return new Effect(delay, Optional.empty());
        }
    }

    /**
     * Opens the way.
     *
     * @param folder for files
     */
    ApiServerProxy(Path folder) {
        kubectl = new Kubectl("default").start("proxy", "--port=0", "--reject-paths=^$");
        Eventually.holds(
                "kubectl listens", LIMIT, () -> PORT.matcher(kubectl.out()).find());
        upstream = port(kubectl.out());
        try {
            kubeconfig = Files.writeString(
                    Files.createDirectories(folder).resolve("proxy.kubeconfig"), """
                    apiVersion: v1
                    kind: Config
                    clusters: [{name: proxy, cluster: {server: "http://127.0.0.1:%s"}}]
                    users: [{name: nobody, user: {}}]
                    contexts: [{name: proxy, context: {cluster: proxy, user: nobody}}]
                    current-context: proxy
                    """.formatted(server.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start(this::serve);
    }

    private static int port(String output) {
        Matcher port = PORT.matcher(output);
        if (!port.find()) {
            throw new IllegalStateException(output);
        }
        return Integer.parseInt(port.group(1));
    }

    /** {@return the variables with which the service takes this way} */
    Map<String, String> variables() {
        return Map.of("KUBECONFIG", kubeconfig.toString(), "HTTP2_DISABLE", "true");
    }

    /** Lets this happen to requests from now on. */
    void disturb(Disturbance next) {
        disturbance = next;
    }

    /** Closes all watches that are open. */
    void closeWatches() {
        watches.forEach(Pipe::close);
    }

    /** {@return the requests so far that can change objects and were complete, as {@code METHOD /path?query}} */
    List<String> writes() {
        return List.copyOf(writes);
    }

    private void serve(Socket client) {
        try (client) {
            ApiRequest request = new ApiRequest(head(client.getInputStream()));
            byte[] body = body(client.getInputStream(), request.contentLength());
            if (request.isWrite()) {
                writes.add(request.method() + " " + request.target());
            }
            Effect effect = disturbance.on(request);
            Thread.sleep(effect.delay().toMillis());
            if (effect.status().isPresent()) {
                answer(client, request, effect.status().get());
            } else {
                pass(client, request, body);
            }
        } catch (IOException e) {
            // The client or kubectl has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] body(InputStream in, int length) throws IOException {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("closed");
        }
        return body;
    }

    private static void answer(Socket client, ApiRequest request, int status) throws IOException {
        if (status == 0) {
            return;
        }
        client.getOutputStream().write(request.failure(status));
    }

    private void pass(Socket client, ApiRequest request, byte[] body) throws IOException {
        Socket apiServer = new Socket(InetAddress.getLoopbackAddress(), upstream);
        apiServer.getOutputStream().write(request.single().getBytes(StandardCharsets.ISO_8859_1));
        apiServer.getOutputStream().write(body);
        if (request.isWatch()) {
            watches.add(client);
        }
        Pipe.connect(client, apiServer, server.threads());
        watches.remove(client);
    }

    @Override
    public void close() {
        server.close();
        kubectl.process().destroy();
    }
}
