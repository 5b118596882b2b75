package io.kubefate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder;
    private final Map<String, String> settings;
    private final int port;
    private final int adminPort;
    private final RestClient client;
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
        this.port = FreePort.find();
        this.adminPort = FreePort.find();
        this.client = new RestClient(address());
        start();
    }

    /** Starts it again after {@link #kill} or {@link #stop}. */
    void start() {
        start(Home.folder());
    }

    /** Starts it again from the folder of another release. */
    void start(Path release) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            release.resolve("bin/kubefate-server").toString())
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

    /** Stops it as Kubernetes stops a pod, with SIGTERM, and waits until it has ended. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** {@return whether its process exists} */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it do nothing until {@link #resume}; its connections stay open. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        Command.run(Map.of(), folder, List.of("kill", "-" + name, String.valueOf(process.pid())));
    }

    /** {@return whether it has taken this job from the queue, or from another replica, and runs it} */
    boolean hasRun(String job) {
        return logText().contains("runs job " + job);
    }

    /** {@return whether it would get requests from Kubernetes} */
    boolean isReady() {
        try {
            HttpRequest request = request(port, "health?type=ready")
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    int port() {
        return port;
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
        return clientEnvironment(address());
    }

    /** {@return the same for a service at another address with the same users} */
    static Map<String, String> clientEnvironment(String address) {
        return Map.of(
                "FATECLOUD_SERVICEURL",
                address,
                "FATECLOUD_USER_USERNAME",
                RestClient.USERNAME,
                "FATECLOUD_USER_PASSWORD",
                RestClient.PASSWORD,
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
        return client.get(path);
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
        signal("CONT");
        stop();
    }

    private Map<String, String> environment() {
        return Map.of(
                "FATECLOUD_SERVER_PORT", String.valueOf(port),
                "KUBEFATE_ADMIN_PORT", String.valueOf(adminPort),
                "KUBEFATE_DATA", folder.resolve("data").toString(),
                "FATECLOUD_USER_USERNAME", RestClient.USERNAME,
                "FATECLOUD_USER_PASSWORD", RestClient.PASSWORD);
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
        return client.token();
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + path))
                .timeout(RestClient.ANSWER_LIMIT);
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
}
