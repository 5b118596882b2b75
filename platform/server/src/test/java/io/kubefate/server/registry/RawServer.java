package io.kubefate.server.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that writes the bytes that a test defines, valid or not. Closes TLS connections. */
final class RawServer implements AutoCloseable {

    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Behaviour behaviour;

    /** Handles a request. */
    interface Behaviour {

        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    /** A request; names of headers in lower case. */
    record Request(String method, String target, Map<String, String> headers) {

        String authorization() {
            return headers.getOrDefault("authorization", "");
        }
    }

    RawServer(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Answers each request with a text, in which line ends of the head are added. */
    static RawServer answering(Map<String, String> answers) throws IOException {
        return new RawServer((request, out) -> write(
                out,
                answers.getOrDefault(
                        request.method() + " " + request.target(), answers.getOrDefault("", "404 Not Found"))));
    }

    static void write(OutputStream out, String answer) throws IOException {
        String[] parts = answer.split("\n\n", 2);
        String body = parts.length > 1 ? parts[1] : "";
        String length = answer.contains("Content-Length") ? "" : "Content-Length: " + body.length() + "\r\n";
        out.write(("HTTP/1.1 " + parts[0].replace("\n", "\r\n") + "\r\nConnection: close\r\n" + length + "\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    String host() {
        return "localhost:" + socket.getLocalPort();
    }

    /** Returns all requests over http, for example {@code HEAD /v2/a/manifests/1}. */
    List<String> lines() {
        return requests.stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            PushbackInputStream in = new PushbackInputStream(client.getInputStream());
            int first = in.read();
            if (first == TLS_HANDSHAKE || first < 0) {
                return;
            }
            in.unread(first);
            Request request = read(new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1)));
            requests.add(request);
            behaviour.answer(request, client.getOutputStream());
            client.getOutputStream().flush();
        } catch (IOException e) {
            // the client went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(BufferedReader in) throws IOException {
        String[] line = in.readLine().split(" ");
        Map<String, String> headers = new HashMap<>();
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        return new Request(line[0], line[1], headers);
    }
}
