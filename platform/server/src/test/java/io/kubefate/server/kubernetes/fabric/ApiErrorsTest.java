package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.server.kubernetes.KubernetesException;
import java.net.ConnectException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "0, UNAVAILABLE",
        "-1, UNAVAILABLE",
        "409, TRANSIENT",
        "429, TRANSIENT",
        "500, TRANSIENT",
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
    void aRoleThatDoesNotExistYetIsNoReasonToRejectItsBinding() {
        Status status = new StatusBuilder()
                .withReason("NotFound")
                .withNewDetails()
                .withKind("roles")
                .withGroup("rbac.authorization.k8s.io")
                .endDetails()
                .build();

        assertThat(ApiErrors.isDryRunImpossible(new KubernetesClientException("PATCH", 404, status)))
                .isTrue();
    }

    @Test
    void aTerminatingNamespaceIsRetried() {
        Status status = new StatusBuilder()
                .withNewDetails()
                .addNewCause("metadata.namespace", "namespace fate-9999 is being terminated", "NamespaceTerminating")
                .endDetails()
                .build();
        KubernetesClientException exception = new KubernetesClientException("forbidden", 403, status);
        assertThat(translated(exception).kind()).isEqualTo(KubernetesException.Kind.TRANSIENT);
        assertThat(ApiErrors.isDryRunImpossible(exception)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed calling webhook \"policy.example.org\": Post \"https://policy.ops.svc:443/\": connection refused",
                "failed calling webhook \"policy.example.org\": failed to call webhook: Post \"https://policy.ops.svc:443/\":"
                        + " connection refused"
            })
    void aWebhookThatDoesNotAnswerIsNamed(String message) {
        KubernetesClientException exception = exception(500, "Internal error occurred: " + message);

        String reason =
                "admission webhook \"policy.example.org\" does not answer (Post \"https://policy.ops.svc:443/\":"
                        + " connection refused); repair the webhook, or exempt the namespace from it";
        assertThat(ApiErrors.dryRunResult(exception)).isEqualTo(new DryRunResult.Unanswered(reason));
        assertThat(translated(exception)).hasMessage("apply Deployment/client: " + reason);
        assertThat(translated(exception).kind()).isEqualTo(KubernetesException.Kind.TRANSIENT);
    }

    /** A webhook chooses the code of its response. */
    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 429, 500, 503})
    void theRejectionOfAWebhookIsFinal(int code) {
        String reason = "admission webhook \"policy.example.org\" denied the request: no label team";

        assertThat(ApiErrors.dryRunResult(exception(code, reason))).isEqualTo(new DryRunResult.Refused(reason));
        assertThat(translated(exception(code, reason)).kind()).isEqualTo(KubernetesException.Kind.REFUSED);
    }

    @Test
    void aWebhookWithoutDryRunProvesNothing() {
        String message = "admission webhook \"audit.example.org\" does not support dry run";

        assertThat(ApiErrors.isDryRunImpossible(exception(400, message))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "spec, spec is immutable after creation except resources.requests for bound claims",
        "spec.resources.requests.storage, field can not be less than previous value",
        "spec.resources.requests.storage, field can not be less than status.capacity",
    })
    void aForbiddenChangeOfAClaimIsImmutable(String field, String text) {
        Status status = new StatusBuilder()
                .withMessage("PersistentVolumeClaim \"data\" is invalid: " + field + ": Forbidden: " + text)
                .withNewDetails()
                .withKind("PersistentVolumeClaim")
                .addNewCause(field, "Forbidden: " + text, "FieldValueForbidden")
                .endDetails()
                .build();

        assertThat(ApiErrors.dryRunResult(new KubernetesClientException("invalid", 422, status)))
                .isInstanceOf(DryRunResult.Immutable.class);
    }

    private static KubernetesClientException exception(int code, String message) {
        return new KubernetesClientException(
                "failed", code, new StatusBuilder().withMessage(message).build());
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
