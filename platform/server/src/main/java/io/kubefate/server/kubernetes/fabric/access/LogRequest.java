package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.kubefate.server.kubernetes.access.LogOptions;
import io.kubefate.server.kubernetes.access.PodContainer;
import io.kubefate.server.kubernetes.fabric.ApiRequests;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request for a log. When the client's own operations follow a log, they take an error response for its text, and they cannot
 * stop waiting for a container that writes nothing.
 *
 * @param client supplies connection, address and credentials
 */
record LogRequest(KubernetesClient client) {

    private static final int MAX_ERROR = 64 * 1024;

    /** There is no response before the container writes its first line. */
    private static final Duration UNLIMITED = Duration.ofDays(365);

    /**
     * Sends the request.
     *
     * @throws KubernetesClientException with the message of Kubernetes
     */
    InputStream open(String namespace, PodContainer container, LogOptions options) {
        ApiRequests api = new ApiRequests(client);
        HttpClient http = client.getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(api.uri(path(namespace, container, options)))
                .build();
        HttpResponse<InputStream> response = ApiRequests.await(http.sendAsync(request, InputStream.class), UNLIMITED);
        if (!response.isSuccessful()) {
            throw api.refusal(response.code(), body(response));
        }
        return response.body();
    }

    private static String path(String namespace, PodContainer container, LogOptions options) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("container", container.name());
        query.put("follow", options.follow());
        query.put("previous", options.previous());
        query.put("timestamps", options.timestamps());
        options.sinceSeconds().ifPresent(seconds -> query.put("sinceSeconds", seconds));
        options.since().ifPresent(time -> query.put("sinceTime", time.truncatedTo(ChronoUnit.SECONDS)));
        options.tail().ifPresent(lines -> query.put("tailLines", lines));
        String path = "api/v1/namespaces/" + namespace + "/pods/" + container.pod() + "/log?";
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + URLEncoder.encode(entry.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path + parameters;
    }

    private static String body(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new String(body.readNBytes(MAX_ERROR), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
