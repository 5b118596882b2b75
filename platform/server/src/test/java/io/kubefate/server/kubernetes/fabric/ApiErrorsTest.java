package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubefate.server.kubernetes.KubernetesException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "0, UNAVAILABLE",
        "-1, UNAVAILABLE",
        "409, UNAVAILABLE",
        "429, UNAVAILABLE",
        "500, UNAVAILABLE",
        "503, UNAVAILABLE",
        "400, REFUSED",
        "403, REFUSED",
        "404, REFUSED",
        "422, REFUSED"
    })
    void onlyTemporaryFailuresAreRetried(int code, KubernetesException.Kind kind) {
        KubernetesClientException exception = new KubernetesClientException("failed", code, null);
        assertThat(translated(exception).kind()).isEqualTo(kind);
    }

    @Test
    void quotesTheApiServer() {
        Status status = new StatusBuilder()
                .withMessage("spec.replicas: Invalid value: -1")
                .build();
        KubernetesClientException exception =
                new KubernetesClientException("Failure executing: PATCH at …", 422, status);
        assertThat(translated(exception)).hasMessage("apply Deployment/client: spec.replicas: Invalid value: -1");
    }

    @Test
    void saysWhyThereWasNoAnswer() {
        KubernetesClientException exception =
                new KubernetesClientException("Operation failed", new ConnectException("Connection refused"));
        assertThat(translated(exception)).hasMessageContaining("no answer from Kubernetes (Connection refused)");
    }

    @Test
    void findsWordsForWhatTheClientLeavesWithout() {
        ConnectException refused = new ConnectException();
        refused.initCause(new ClosedChannelException());
        ConnectException unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());
        assertThat(translated(new KubernetesClientException("failed", refused)))
                .hasMessageContaining("no answer from Kubernetes (connection refused)");
        assertThat(translated(new KubernetesClientException("failed", unresolved)))
                .hasMessageContaining("no answer from Kubernetes (unknown host)");
    }

    @Test
    void aTerminatingNamespaceIsRetried() {
        Status status = new StatusBuilder()
                .withNewDetails()
                .addNewCause("metadata.namespace", "namespace fate-9999 is being terminated", "NamespaceTerminating")
                .endDetails()
                .build();
        KubernetesClientException exception = new KubernetesClientException("forbidden", 403, status);
        assertThat(translated(exception).kind()).isEqualTo(KubernetesException.Kind.UNAVAILABLE);
    }

    private static KubernetesException translated(KubernetesClientException thrown) {
        var thrownBy = assertThatThrownBy(() -> ApiErrors.translating("apply Deployment/client", () -> {
            throw thrown;
        }));
        thrownBy.hasCause(thrown);
        return (KubernetesException)
                thrownBy.isInstanceOf(KubernetesException.class).actual();
    }
}
