package io.kubefate.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that knows every host: each is this machine. */
final class ProxyStub implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Thread acceptor;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private volatile Optional<String> login = Optional.empty();
    private volatile boolean refusesTunnels;

    ProxyStub() throws IOException {
        acceptor = start(() -> {
            while (!server.isClosed()) {
                Socket client = server.accept();
                start(() -> serve(client));
            }
        });
    }

    /** Requires the header {@code Proxy-Authorization} with this value. */
    void require(String authorization) {
        login = Optional.of("Proxy-Authorization: " + authorization);
    }

    void refuseTunnels() {
        refusesTunnels = true;
    }

    String address() {
        return "localhost:" + server.getLocalPort();
    }

    /** The first lines of the requests, without the version of HTTP. */
    List<String> requests() {
        return requests;
    }

    /** Waits for the thread that accepts: until it ends, the kernel accepts connections, too. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            List<String> head = head(client.getInputStream());
            requests.add(head.get(0).replaceFirst(" HTTP/1.1$", ""));
            if (!login.map(head::contains).orElse(true)) {
                write(
                        client,
                        "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else if (!head.get(0).startsWith("CONNECT ")) {
                forward(client, head);
            } else if (refusesTunnels) {
                write(client, "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else {
                tunnel(client, Integer.parseInt(head.get(0).replaceFirst(".*:(\\d+) .*", "$1")));
            }
        }
    }

    private static void tunnel(Socket client, int port) throws IOException {
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
            write(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            join(client, target);
        }
    }

    /** For one request: the server closes the connection. */
    private static void forward(Socket client, List<String> head) throws IOException {
        String[] words = head.get(0).split(" ");
        URI uri = URI.create(words[1]);
        String path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        List<String> lines = new ArrayList<>(List.of(words[0] + " " + path + " " + words[2], "Connection: close"));
        head.stream()
                .skip(1)
                .filter(line -> !line.matches("(?i)(connection|proxy-authorization):.*"))
                .forEach(lines::add);
        try (Socket target = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
            write(target, String.join("\r\n", lines) + "\r\n\r\n");
            join(client, target);
        }
    }

    /** Passes on all bytes until the target closes its connection. */
    private static void join(Socket client, Socket target) throws IOException {
        start(() -> client.getInputStream().transferTo(target.getOutputStream()));
        InputStream in = target.getInputStream();
        OutputStream out = client.getOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            bytes.write(in.read());
        }
        return bytes.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Thread start(Activity activity) {
        Thread thread = new Thread(
                () -> {
                    try {
                        activity.run();
                    } catch (IOException e) {
                        // The client, the target or the test has closed a connection.
                    }
                },
                "proxy-stub");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private interface Activity {

        void run() throws IOException;
    }
}
