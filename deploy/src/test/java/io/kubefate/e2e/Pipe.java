package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.Executor;

/** Passes on what two connections send, until one of them is closed. */
final class Pipe {

    private Pipe() {}

    /** Returns when both are closed. */
    static void connect(Socket one, Socket other, Executor threads) {
        threads.execute(() -> copy(one, other));
        copy(other, one);
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of both has gone, and both are closed now.
        }
    }
}
