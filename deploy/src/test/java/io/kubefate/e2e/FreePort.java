package io.kubefate.e2e;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Finds ports for programs that a test starts. They are outside the range from which the kernel takes ports for connections, by default
 * from 32768 on, and outside that of node ports, so that nobody takes one before the program listens.
 */
final class FreePort {

    private static final int FIRST = 10_000;
    private static final int AFTER_LAST = 30_000;

    private FreePort() {}

    /** Returns a port on which nobody listens. */
    static int find() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST))
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
