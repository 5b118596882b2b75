package io.kubefate.cli.follow;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/** Prints a message if the user ends the process with Ctrl-C before this is closed. */
final class InterruptNotice implements AutoCloseable {

    private final Thread hook;

    InterruptNotice(PrintWriter err, String message) {
        requireNonNull(err, "err is null");
        requireNonNull(message, "message is null");
        this.hook = new Thread(() -> err.println(System.lineSeparator() + message), "interrupt-notice");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
