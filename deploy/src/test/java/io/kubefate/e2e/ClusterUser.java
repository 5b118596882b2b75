package io.kubefate.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Installs, changes and deletes a cluster with the REST API, and repeats a request that gets no answer or is to be tried again, as the guide
 * of the API describes it.
 */
final class ClusterUser {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final RestClient client;
    private final List<String> accepted = new ArrayList<>();
    private Optional<String> cluster = Optional.empty();

    /** @param address host and port of the service */
    ClusterUser(String address) {
        this.client = new RestClient(address);
    }

    /** {@return the jobs that the service accepted} */
    synchronized List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** {@return the cluster; empty before its install} */
    Optional<String> cluster() {
        return cluster;
    }

    /** {@return the job that installs it} */
    String install(Path file) {
        String job = request("POST", "v1/cluster", body(file));
        cluster = Optional.of(read("v1/job/" + job).at("/cluster_id").asText());
        return job;
    }

    String update(Path file) {
        return request("PUT", "v1/cluster", body(file));
    }

    String rollback(int revision) {
        return request(
                "POST",
                "v1/cluster/" + cluster.orElseThrow() + "/revision/" + revision + "/rollback",
                "{\"accept_data_loss\":true}");
    }

    String delete() {
        return request("DELETE", "v1/cluster/" + cluster.orElseThrow() + "?purge=true", "");
    }

    /** {@return the job, when it has ended} */
    JsonNode ended(String job) {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            JsonNode state = read("v1/job/" + job);
            if (!state.at("/status").asText().matches("Pending|Running|Stopping")) {
                return state;
            }
            pause();
        }
        throw new AssertionError("job " + job + " has not ended within " + LIMIT);
    }

    /** {@return the data of a reply, as soon as the service gives one} */
    JsonNode read(String path) {
        return answered("GET", path, "", Map.of()).data();
    }

    private static String body(Path file) {
        try {
            return "{\"data\":\"%s\",\"accept_data_loss\":true}"
                    .formatted(Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request whose answer was lost can have been accepted; then there is a job that was not there before. */
    private String request(String method, String path, String body) {
        Optional<String> before = newestJob();
        Map<String, String> headers = method.equals("POST")
                ? Map.of("Idempotency-Key", UUID.randomUUID().toString())
                : Map.of();
        RestClient.Reply reply = answered(method, path, body, headers);
        String job = reply.isAccepted()
                ? reply.data().at("/uuid").asText()
                : newestJob()
                        .filter(newest -> !before.equals(Optional.of(newest)))
                        .orElseThrow(() -> new AssertionError(method + " " + path + ": " + reply));
        synchronized (this) {
            accepted.add(job);
        }
        return job;
    }

    private Optional<String> newestJob() {
        return cluster.map(uuid -> read("v1/job?cluster=" + uuid + "&sort=-created&limit=1")
                .at("/0/uuid")
                .asText());
    }

    private RestClient.Reply answered(String method, String path, String body, Map<String, String> headers) {
        Instant end = Instant.now().plus(LIMIT);
        String failure = "";
        while (Instant.now().isBefore(end)) {
            try {
                RestClient.Reply reply = client.send(method, path, body, headers);
                if (reply.status() != TOO_MANY_REQUESTS && reply.status() < SERVER_ERROR) {
                    return reply;
                }
                failure = reply.toString();
            } catch (UncheckedIOException e) {
                failure = e.getMessage();
            }
            pause();
        }
        throw new AssertionError(method + " " + path + " within " + LIMIT + ": " + failure);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
