package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What requests have in common that are sent without the operations of the client.
 *
 * @param client supplies connection, address and credentials
 */
public record ApiRequests(KubernetesClient client) {

    /** Returns the address of a path, for example {@code api/v1/namespaces?limit=1}. */
    public URI uri(String path) {
        return URI.create(client.getMasterUrl().toString().replaceFirst("/*$", "/") + path);
    }

    /**
     * Waits for the answer; an interrupt cancels the request. The time limit of a request ends with the headers of the response, so the
     * caller limits how long it waits for a body.
     */
    public static <T> T await(CompletableFuture<T> answer, Duration limit) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new KubernetesClientException("the response did not end within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new KubernetesClientException("interrupted", e);
        } catch (ExecutionException e) {
            throw KubernetesClientException.launderThrowable(e.getCause());
        }
    }

    /** Returns the exception for an error response, with the message of Kubernetes, or of a proxy. */
    public KubernetesClientException refusal(int code, String body) {
        try {
            Status status = client.getKubernetesSerialization().unmarshal(body, Status.class);
            return new KubernetesClientException(status.getMessage(), code, status);
        } catch (RuntimeException e) {
            return new KubernetesClientException(body.strip(), code, null);
        }
    }
}
