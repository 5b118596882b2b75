package io.kubefate.cli.client.http;

import io.kubefate.cli.configuration.Endpoint;
import io.kubefate.cli.configuration.HttpProxy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection through a proxy, for what the HTTP client does not show. */
public final class ProxyTunnel {

    private static final int MAXIMUM_LINE = 8192;

    private ProxyTunnel() {}

    /**
     * Lets the proxy connect to a host.
     *
     * @param socket a connection to the proxy; after this call to the target
     * @throws RefusedException if the proxy does not
     */
    public static void open(Socket socket, HttpProxy proxy, Endpoint target) throws IOException {
        String login = proxy.authorization()
                .map(value -> "Proxy-Authorization: " + value + "\r\n")
                .orElse("");
        socket.getOutputStream()
                .write(("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        String status = line(socket.getInputStream());
        if (!status.matches("HTTP/1\\.\\d 2\\d\\d.*")) {
            throw new RefusedException(status);
        }
        String header = status;
        while (!header.isEmpty()) {
            header = line(socket.getInputStream());
        }
    }

    /** The proxy refused the connection; the message is its status line. */
    public static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1L;

        private final boolean login;

        RefusedException(String status) {
            super(status);
            this.login = status.contains(" 407");
        }

        /** {@return whether credentials are missing or wrong} */
        public boolean requiresLogin() {
            return login;
        }
    }

    /** Reads no byte beyond the line, which would be of the next protocol. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.size() < MAXIMUM_LINE) {
            line.write(next);
            next = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
