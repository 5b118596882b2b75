package io.kubefate.server.kubernetes.fabric;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfig;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.kubefate.server.kubernetes.WriteGuard;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Sends requests that change objects. The operations of the client have no place for a guard between the connection and the body. */
final class WriteRequests {

    static final String JSON = "application/json";
    static final String APPLY = "application/apply-patch+yaml";

    /** An admission webhook may take up to 30 s, and the API server names it only if the client waits longer. */
    private static final int TIMEOUT_MILLIS = 32_000;

    private static final Duration WITH_BODY = Duration.ofSeconds(40);

    private final KubernetesClient client;
    private final WriteGuard guard;

    private WriteRequests(KubernetesClient client, WriteGuard guard) {
        this.client = client;
        this.guard = requireNonNull(guard, "guard is null");
    }

    /** Returns requests that are not repeated, since another attempt could take as long. */
    static WriteRequests of(KubernetesClient client) {
        RequestConfig config = new RequestConfigBuilder(
                        client.getConfiguration().getRequestConfig())
                .withRequestTimeout(TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .build();
        return new WriteRequests(client.newClient(config).adapt(KubernetesClient.class), WriteGuard.OPEN);
    }

    WriteRequests guarded(WriteGuard other) {
        return new WriteRequests(client, other);
    }

    KubernetesSerialization serialization() {
        return client.getKubernetesSerialization();
    }

    /**
     * Sends a request.
     *
     * @param path with the query
     * @param body an object of the client's model
     * @return the body of the response
     * @throws KubernetesClientException with the message of Kubernetes
     * @throws RuntimeException the exception of the guard, if it has rejected the request
     */
    String send(String method, String path, String contentType, Object body) {
        ApiRequests api = new ApiRequests(client);
        GuardedBody guarded = new GuardedBody(serialization().asJson(body).getBytes(StandardCharsets.UTF_8), guard);
        HttpClient http = client.getHttpClient();
        HttpRequest request = http.newHttpRequestBuilder()
                .uri(api.uri(path))
                .method(method, contentType, guarded, guarded.length())
                .timeout(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .build();
        HttpResponse<String> response = answer(http, request, guarded);
        if (!response.isSuccessful()) {
            throw api.refusal(response.code(), response.body());
        }
        return response.body();
    }

    private static HttpResponse<String> answer(HttpClient http, HttpRequest request, GuardedBody body) {
        try {
            return ApiRequests.await(http.sendAsync(request, String.class), WITH_BODY);
        } catch (RuntimeException e) {
            throw body.refusal().orElse(e);
        }
    }
}
