package io.kubefate.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service as its own process, on a free port, with its own data; it can be killed and started again. */
final class Service implements AutoCloseable {

    /** The client of JDK 17 can wait for ever for an answer over a connection that is already closed. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOGINS = Duration.ofMinutes(5);
    private static final String USERNAME = "operator";
    private static final String PASSWORD = "e2e-Passw0rd";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final int adminPort;
    private Process process;
    private String token = "";
    private Instant nextLogin = Instant.MIN;

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
        try {
            Eventually.holds("the service answers", START_LIMIT, this::answers);
        } catch (AssertionError e) {
            kill();
            throw new AssertionError(logText(), e);
        }
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
                USERNAME,
                "FATECLOUD_USER_PASSWORD",
                PASSWORD,
                "PATH",
                Home.folder().resolve("bin") + ":" + System.getenv("PATH"));
    }

    /**
     * Reads from the REST API. For what a test looks up, above all repeatedly: a command would start a JVM, which takes time from the
     * cluster under test.
     *
     * @param path for example {@code v1/job/}
     * @return the data of the reply
     */
    JsonNode get(String path) {
        String reply = body(request(port, path).header("Authorization", "Bearer " + token()));
        return parse(reply).at("/data");
    }

    /** {@return what the service measures, as Prometheus reads it} */
    String metrics() {
        return body(request(adminPort, "metrics"));
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
                "FATECLOUD_USER_USERNAME", USERNAME,
                "FATECLOUD_USER_PASSWORD", PASSWORD);
    }

    private Path log() {
        return folder.resolve("service.log");
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended:\n" + logText());
        }
        try {
            HttpRequest request = request(port, "").build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return the token of a login, which is valid after a restart, too} */
    String token() {
        if (Instant.now().isAfter(nextLogin)) {
            nextLogin = Instant.now().plus(BETWEEN_LOGINS);
            String login = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(USERNAME, PASSWORD);
            token = parse(body(request(port, "v1/user/login").POST(HttpRequest.BodyPublishers.ofString(login))))
                    .at("/token")
                    .asText();
        }
        return token;
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path))
                .timeout(ANSWER_LIMIT);
    }

    private String body(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(response + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(json, e);
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
