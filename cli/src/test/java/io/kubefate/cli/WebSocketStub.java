package io.kubefate.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that accepts logins, and sends prepared messages to WebSockets: one list of messages per connection. */
final class WebSocketStub implements AutoCloseable {

    private static final String TOKEN = "{\"code\":200,\"token\":\"secret-token\"}";
    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int NORMAL_CLOSURE = 1000;
    private static final int GOING_AWAY = 1001;

    private final ServerSocket server;
    private final Deque<Connection> connections = new ConcurrentLinkedDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    WebSocketStub() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "web-socket-stub");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends the messages to the next WebSocket, then closes it because there are no more. */
    WebSocketStub sends(String... messages) {
        connections.add(new Connection(List.of(messages), NORMAL_CLOSURE));
        return this;
    }

    /** Sends the messages to the next WebSocket, then closes it like a service that stops. */
    WebSocketStub sendsAndStops(String... messages) {
        connections.add(new Connection(List.of(messages), GOING_AWAY));
        return this;
    }

    String address() {
        return "localhost:" + server.getLocalPort();
    }

    /** The paths of the WebSockets. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // The client or the test has closed the connection.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        String path = in.readLine().split(" ")[1];
        List<String> headers = in.lines().takeWhile(line -> !line.isEmpty()).toList();
        OutputStream out = socket.getOutputStream();
        if (path.equals("/v1/user/login")) {
            out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + TOKEN.length() + "\r\n\r\n" + TOKEN)
                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        requests.add(path);
        out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(header(headers, "sec-websocket-key")) + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        connections.remove().send(out);
        in.lines().forEach(line -> {}); // until the client closes the connection
    }

    private static String header(List<String> headers, String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    private static String accept(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1").digest((key + KEY_SUFFIX).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void frame(OutputStream out, int type, byte[] content) throws IOException {
        out.write(new byte[] {(byte) (0x80 | type), (byte) content.length});
        out.write(content);
    }

    private record Connection(List<String> messages, int closeCode) {

        void send(OutputStream out) throws IOException {
            for (String message : messages) {
                frame(out, TEXT, message.getBytes(StandardCharsets.UTF_8));
            }
            frame(out, CLOSE, new byte[] {(byte) (closeCode >> 8), (byte) closeCode});
        }
    }
}
