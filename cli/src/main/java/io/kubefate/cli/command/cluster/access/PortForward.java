package io.kubefate.cli.command.cluster.access;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.PodChannel;
import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One connection of a browser, which is handed on to a pod. Every connection finds its pod anew, so that one that was replaced is found.
 */
final class PortForward implements Runnable {

    private static final int DATA = 0;
    private static final int ERROR = 1;
    private static final int PORT_BYTES = 2;
    private static final int BUFFER = 32 * 1024;

    private final Socket browser;
    private final Supplier<PodChannel> connect;
    private final Consumer<String> trouble;

    PortForward(Socket browser, Supplier<PodChannel> connect, Consumer<String> trouble) {
        this.browser = requireNonNull(browser, "browser is null");
        this.connect = requireNonNull(connect, "connect is null");
        this.trouble = requireNonNull(trouble, "trouble is null");
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
            trouble.accept(e.getMessage());
        } catch (IOException e) {
            // The browser closed its connection, as browsers do.
        }
    }

    /** On each stream Kubernetes begins with the number of the port, in two bytes. */
    private void receive(PodChannel pod, OutputStream out) throws IOException {
        boolean[] begun = new boolean[2];
        for (Optional<PodChannel.Frame> frame = pod.next(); frame.isPresent(); frame = pod.next()) {
            int stream = frame.get().stream();
            byte[] content = frame.get().content();
            boolean known = stream == DATA || stream == ERROR;
            if (known && !begun[stream] && content.length == PORT_BYTES) {
                begun[stream] = true;
            } else if (stream == DATA) {
                out.write(content);
                out.flush();
            } else if (stream == ERROR) {
                trouble.accept(new String(content, StandardCharsets.UTF_8).strip());
                return;
            }
        }
        if (!pod.failure().isEmpty()) {
            trouble.accept("a connection broke: " + pod.failure());
        }
    }

    private void send(PodChannel pod) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = browser.getInputStream();
            int count = in.read(buffer);
            while (count >= 0 && pod.send(DATA, buffer, count)) {
                count = in.read(buffer);
            }
        } catch (IOException e) {
            // It is closed: the connection ends.
        }
        pod.close();
    }
}
