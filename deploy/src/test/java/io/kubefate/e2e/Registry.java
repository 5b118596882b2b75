package io.kubefate.e2e;

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

/** A registry that wants a login, as Debian packages it (docker-registry), as its own process on a free port. It speaks http. */
final class Registry implements AutoCloseable {

    static final String PROGRAM = "/usr/bin/docker-registry";
    static final String USERNAME = "puller";
    static final String PASSWORD = "e2e-Passw0rd";

    private static final String PASSWORD_HASH = "$2a$04$vdAX3GiFfdR/cPLi0uPBNuNm/EVAfBK0Inb/H7hcJxDDIROc.tgeu";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePort.find();
    private final Process process;

    /**
     * Starts the registry.
     *
     * @param folder for its images and log
     */
    Registry(Path folder) {
        try {
            Path users = Files.writeString(folder.resolve("registry-users"), USERNAME + ":" + PASSWORD_HASH + "\n");
            Path configuration = Files.writeString(
                    folder.resolve("registry.yml"), """
                    version: 0.1
                    log: {level: error}
                    storage: {filesystem: {rootdirectory: %s}}
                    http: {addr: "127.0.0.1:%d", secret: none}
                    auth: {htpasswd: {realm: e2e, path: %s}}
                    """.formatted(folder.resolve("registry-images"), port, users));
            process = new ProcessBuilder(PROGRAM, "serve", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("registry.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.holds("the registry answers", Duration.ofSeconds(30), this::answers);
    }

    /** {@return the registry as it stands in names of images} */
    String host() {
        return "localhost:" + port;
    }

    /** Pushes an image without layers. */
    void push(String repository, String tag) {
        byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<Void> upload = send("POST", uri("/v2/" + repository + "/blobs/uploads/"), CONFIG, new byte[0]);
        URI blob = URI.create(upload.headers().firstValue("Location").orElseThrow() + "&digest=" + digest(config));
        send("PUT", blob, "application/octet-stream", config);
        String manifest = """
                {"schemaVersion": 2, "mediaType": "%s", "layers": [],
                 "config": {"mediaType": "%s", "size": %d, "digest": "%s"}}
                """.formatted(MANIFEST, CONFIG, config.length, digest(config));
        URI place = uri("/v2/" + repository + "/manifests/" + tag);
        send("PUT", place, MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private HttpResponse<Void> send(String method, URI uri, String type, byte[] body) {
        String login = Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(RestClient.ANSWER_LIMIT)
                .header("Authorization", "Basic " + login)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + uri + " " + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try {
            send("GET", uri("/v2/"), CONFIG, new byte[0]);
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private URI uri(String path) {
        return URI.create("http://" + host() + path);
    }

    private static String digest(byte[] bytes) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return "sha256:" + HexFormat.of().formatHex(sha256.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
