package io.kubefate.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubefate.server.Setting;
import io.kubefate.server.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class ConnectionLimitsTest {

    private static final String REQUEST = "GET /v1/nothing HTTP/1.1\r\nHost: x\r\n\r\n";

    @RegisterExtension
    static final TestServer SERVER = TestServer.create(
            new Setting("requests.maxConnections", "20"), new Setting("requests.headerTimeLimit", "2s"));

    @Test
    void headersThatArriveTooSlowlyEndTheConnection() throws IOException {
        try (Socket socket = open()) {
            assertThat(secondsUntilClosed(socket, "GET / HTTP/1.1\r\nHost: x\r\nA: "))
                    .isLessThan(10);
        }
    }

    @Test
    void alsoTheHeadersOfALaterRequest() throws IOException {
        try (Socket socket = open()) {
            assertThat(secondsUntilClosed(socket, REQUEST + "GET / HTTP/1.1\r\nA: "))
                    .isLessThan(10);
        }
    }

    @Test
    void connectionsBeyondTheLimitWaitUntilIdleOnesAreClosed() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try (Socket next = open()) {
            while (idle.size() < 40) {
                idle.add(open());
            }
            write(next, REQUEST);
            assertThat(next.getInputStream().read()).isEqualTo('H');
            try (Socket last = open()) {
                write(last, REQUEST);
                assertThat(last.getInputStream().read()).isEqualTo('H');
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    /** Sends one more byte of the headers every 200 ms. */
    private static long secondsUntilClosed(Socket socket, String beginning) throws IOException {
        long start = System.nanoTime();
        write(socket, beginning);
        Thread reader = new Thread(() -> {
            try {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                // reset by the service
            }
        });
        reader.start();
        try {
            while (reader.isAlive()) {
                write(socket, "x");
                reader.join(200);
            }
        } catch (IOException e) {
            // closed by the service
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private static Socket open() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), SERVER.port());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
