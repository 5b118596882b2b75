package io.kubefate.server.registry;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.kubefate.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Assumptions;

/** Docker's own registry in the Debian package docker-registry, run as a process on a free port with http. */
public final class DockerRegistry implements AutoCloseable {

    public static final String USERNAME = "puller";
    public static final String PASSWORD = "s3cret-w0rd";

    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    /** The client of JDK 17 can wait for ever for an answer over a connection that is already closed. */
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    private DockerRegistry(Path directory, String auth) throws IOException {
        port = FreePort.find();
        Path configuration = Files.writeString(
                directory.resolve("registry.yml"), """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d", secret: none}
                %s
                """.formatted(directory.resolve("images"), port, auth));
        process = new ProcessBuilder(PROGRAM.toString(), "serve", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("registry.log").toFile())
                .start();
        awaitAnswer();
    }

    /** Starts a registry without authentication. Aborts the test if the program is not installed. */
    public static DockerRegistry open(Path directory) throws IOException {
        assumeInstalled();
        return new DockerRegistry(directory, "");
    }

    /** Starts a registry that requires {@link #USERNAME}. Aborts the test if the program is not installed. */
    public static DockerRegistry withLogin(Path directory) throws IOException {
        assumeInstalled();
        String hash = BCrypt.withDefaults().hashToString(4, PASSWORD.toCharArray());
        Path users = Files.writeString(directory.resolve("users"), USERNAME + ":" + hash + "\n");
        return new DockerRegistry(directory, "auth: {htpasswd: {realm: test, path: " + users + "}}");
    }

    public String host() {
        return "localhost:" + port;
    }

    /** Returns a Docker configuration with the credentials. */
    public String dockerConfig() {
        return "{\"auths\":{\"" + host() + "\":{\"auth\":\"" + auth() + "\"}}}";
    }

    /** Pushes an image without layers. */
    public String push(String repository, String tag) {
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<Void> upload = send("POST", uri("/v2/" + repository + "/blobs/uploads/"), "", new byte[0]);
        String location = upload.headers().firstValue("Location").orElseThrow();
        send("PUT", URI.create(location + "&digest=" + digest(config)), "application/octet-stream", config);
        String manifest = "{\"schemaVersion\":2,\"mediaType\":\"" + MANIFEST
                + "\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"size\":2,\"digest\":\""
                + digest(config) + "\"},\"layers\":[]}";
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        send("PUT", uri("/v2/" + repository + "/manifests/" + tag), MANIFEST, bytes);
        return digest(bytes);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private HttpResponse<Void> send(String method, URI uri, String type, byte[] body) {
        HttpRequest.Builder request = request(uri)
                .header("Authorization", "Basic " + auth())
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<Void> response = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + uri + " " + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT);
    }

    private void awaitAnswer() {
        for (int tries = 0; tries < 600; tries++) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the registry ended; see registry.log");
            }
            try {
                http.send(request(uri("/v2/")).build(), HttpResponse.BodyHandlers.discarding());
                return;
            } catch (IOException e) {
                pause();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the registry does not answer");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://" + host() + path);
    }

    private static String auth() {
        return Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assumeInstalled() {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM),
                () -> "there is no " + PROGRAM + " on this machine (package docker-registry)");
    }
}
