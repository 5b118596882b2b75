package io.kubefate.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service as its own process, on a free port, with its own data; it can be killed and started again. */
final class Service implements AutoCloseable {

    /** The client of JDK 17 can wait for ever for an answer over a connection that is already closed. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final int adminPort;
    private Process process;

    /**
     * Starts the service.
     *
     * @param folder for its data and log
     * @param settings more environment variables
     */
    Service(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.settings = settings;
        this.port = freePort();
        this.adminPort = freePort();
        start();
    }

    /** Starts it again after {@link #kill}. */
    void start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(Home.program("kubefate-server"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            builder.environment().putAll(environment());
            builder.environment().putAll(settings);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.holds("the service answers", Duration.ofSeconds(60), this::answers);
    }

    /** Ends it as kill -9 does: it cannot clean up. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** {@return what it logged} */
    String logText() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs the command line against this service.
     *
     * @param arguments of {@code kubefate}
     * @return what it did
     */
    Command.Result kubefate(String... arguments) {
        return start(arguments).end();
    }

    /**
     * Starts the command line against this service.
     *
     * @param arguments of {@code kubefate}
     * @return the command, which runs
     */
    Command.Running start(String... arguments) {
        List<String> words = new ArrayList<>(List.of(Home.program("kubefate")));
        words.addAll(List.of(arguments));
        return Command.start(clientEnvironment(), folder, words);
    }

    /** {@return the variables with which the programs of the distribution find this service and each other} */
    Map<String, String> clientEnvironment() {
        return Map.of(
                "FATECLOUD_SERVICEURL",
                "localhost:" + port,
                "FATECLOUD_USER_USERNAME",
                "operator",
                "FATECLOUD_USER_PASSWORD",
                "e2e-Passw0rd",
                "PATH",
                Home.folder().resolve("bin") + ":" + System.getenv("PATH"));
    }

    /** {@return what the service measures, as JSON text} */
    String metrics() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + adminPort + "/metrics"))
                .timeout(ANSWER_LIMIT)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return its host and port} */
    String address() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private Map<String, String> environment() {
        return Map.of(
                "FATECLOUD_SERVER_PORT", String.valueOf(port),
                "KUBEFATE_ADMIN_PORT", String.valueOf(adminPort),
                "KUBEFATE_DATA", folder.resolve("data").toString(),
                "FATECLOUD_USER_USERNAME", "operator",
                "FATECLOUD_USER_PASSWORD", "e2e-Passw0rd");
    }

    private Path log() {
        return folder.resolve("service.log");
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended:\n" + logText());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .timeout(ANSWER_LIMIT)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
