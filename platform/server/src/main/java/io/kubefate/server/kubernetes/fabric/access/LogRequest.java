package io.kubefate.server.kubernetes.fabric.access;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.kubefate.server.kubernetes.access.LogOptions;
import io.kubefate.server.kubernetes.access.PodContainer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * A request for a log. When the client's own operations follow a log, they take an error response for its text, and they cannot
 * stop waiting for a container that writes nothing.
 *
 * @param client supplies connection, address and credentials
 */
record LogRequest(KubernetesClient client) {

    private static final int MAX_ERROR = 64 * 1024;

    /**
     * Sends the request.
     *
     * @throws KubernetesClientException with the message of Kubernetes
     */
    InputStream open(String namespace, PodContainer container, LogOptions options) {
        HttpClient http = client.getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(uri(namespace, container, options))
                .build();
        HttpResponse<InputStream> response = await(http.sendAsync(request, InputStream.class));
        if (!response.isSuccessful()) {
            throw refusal(response);
        }
        return response.body();
    }

    private URI uri(String namespace, PodContainer container, LogOptions options) {
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
        return URI.create(client.getMasterUrl().toString().replaceFirst("/*$", "/") + path + parameters);
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new KubernetesClientException("interrupted", e);
        } catch (ExecutionException e) {
            throw KubernetesClientException.launderThrowable(e.getCause());
        }
    }

    private KubernetesClientException refusal(HttpResponse<InputStream> response) {
        String body = body(response);
        try {
            Status status = client.getKubernetesSerialization().unmarshal(body, Status.class);
            return new KubernetesClientException(status.getMessage(), response.code(), status);
        } catch (RuntimeException e) {
            // Not from the API server, but for example from a proxy.
            return new KubernetesClientException(body.strip(), response.code(), null);
        }
    }

    private static String body(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new String(body.readNBytes(MAX_ERROR), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
