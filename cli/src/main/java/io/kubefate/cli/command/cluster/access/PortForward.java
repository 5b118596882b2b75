package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.PodChannel;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Forwards a connection of a browser to a pod. Each connection selects its pod, because pods may be replaced. */
final class PortForward implements Runnable {

    private static final int DATA = 0;
    private static final int ERROR = 1;
    private static final int PORT_BYTES = 2;

    private final Socket browser;
    private final Supplier<PodChannel> connect;
    private final Consumer<String> errors;

    PortForward(Socket browser, Supplier<PodChannel> connect, Consumer<String> errors) {
        this.browser = requireNonNull(browser, "browser is null");
        this.connect = requireNonNull(connect, "connect is null");
        this.errors = requireNonNull(errors, "errors is null");
    }

    @Override
    public void run() {
        try (browser;
                PodChannel pod = connect.get()) {
            Thread upload = new Thread(() -> send(pod), "upload");
            upload.setDaemon(true);
            upload.start();
            receive(pod, browser.getOutputStream());
        } catch (CommandException e) {
            errors.accept(e.getMessage());
        } catch (IOException e) {
            // The browser has closed the connection.
        }
    }

    /** The first frame of each stream is the port number in two bytes. */
    private void receive(PodChannel pod, OutputStream out) throws IOException {
        boolean[] portReceived = new boolean[2];
        for (Optional<PodChannel.Frame> frame = pod.next(); frame.isPresent(); frame = pod.next()) {
            int stream = frame.get().stream();
            byte[] content = frame.get().content();
            boolean known = stream == DATA || stream == ERROR;
            if (known && !portReceived[stream] && content.length == PORT_BYTES) {
                portReceived[stream] = true;
            } else if (stream == DATA) {
                out.write(content);
                out.flush();
            } else if (stream == ERROR) {
                errors.accept(new String(content, StandardCharsets.UTF_8).strip());
                return;
            }
        }
        if (!pod.failure().isEmpty()) {
            errors.accept("connection lost: " + pod.failure());
        }
    }

    private void send(PodChannel pod) {
        try {
            pod.sendAll(DATA, browser.getInputStream());
        } catch (IOException e) {
            // The browser has closed the connection.
        }
        pod.close();
    }
}
