package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.server.kubernetes.KubernetesException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Translates the client's exceptions: whether to retry, and the message of the API server. */
public final class ApiErrors {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int INVALID = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final List<String> IMMUTABLE =
            List.of("immutable", "updates to ", "may not change", "less than previous value");

    private ApiErrors() {}

    /**
     * Runs a call and translates its exceptions.
     *
     * @param what the description of the call, for the message of a failure
     * @param call the call
     * @param <T> what the call returns
     * @return the result of the call
     * @throws KubernetesException instead of the exceptions of the client
     */
    public static <T> T translating(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (KubernetesClientException exception) {
            throw new KubernetesException(kind(exception), what + ": " + message(exception), exception);
        }
    }

    static boolean isNotFound(KubernetesClientException exception) {
        return exception.getCode() == NOT_FOUND;
    }

    static boolean isForbidden(KubernetesClientException exception) {
        return exception.getCode() == FORBIDDEN;
    }

    static boolean isConflict(KubernetesClientException exception) {
        return exception.getCode() == CONFLICT;
    }

    /** Returns whether a resource of this plural name is missing, and not the requested object. */
    static boolean isLack(KubernetesClientException exception, String plural) {
        return isNotFound(exception)
                && Optional.ofNullable(exception.getStatus())
                        .map(Status::getDetails)
                        .filter(details -> plural.equals(details.getKind()))
                        .isPresent();
    }

    /**
     * Returns the result of a rejected dry run.
     *
     * @throws KubernetesClientException the same exception, if it is not about the object
     */
    static DryRunResult dryRunResult(KubernetesClientException exception) {
        if (kind(exception) == KubernetesException.Kind.UNAVAILABLE) {
            throw exception;
        }
        String reason = message(exception);
        return isImmutable(exception.getCode(), reason)
                ? new DryRunResult.Immutable(reason)
                : new DryRunResult.Refused(reason);
    }

    /** There is no code for it, only these texts. An admission plugin rejects resizing a claim as forbidden. */
    private static boolean isImmutable(int code, String reason) {
        return code == INVALID && IMMUTABLE.stream().anyMatch(reason::contains)
                || code == FORBIDDEN && reason.contains("can be resized");
    }

    /** Returns the message of the API server, or why there is no response. */
    public static String message(KubernetesClientException exception) {
        Status status = exception.getStatus();
        if (status != null && status.getMessage() != null) {
            return status.getMessage();
        }
        return exception.getCode() > 0 ? text(exception) : "no answer from Kubernetes (" + unanswered(exception) + ")";
    }

    private static KubernetesException.Kind kind(KubernetesClientException exception) {
        int code = exception.getCode();
        boolean later = code <= 0 || code == TOO_MANY_REQUESTS || code >= 500 || code == CONFLICT;
        return later || isNamespaceEnding(exception)
                ? KubernetesException.Kind.UNAVAILABLE
                : KubernetesException.Kind.REFUSED;
    }

    /** A terminating namespace rejects new objects until it no longer exists and can be created again. */
    private static boolean isNamespaceEnding(KubernetesClientException exception) {
        return isForbidden(exception)
                && Optional.ofNullable(exception.getStatus())
                        .map(Status::getDetails)
                        .filter(details -> details.getCauses().stream()
                                .anyMatch(cause -> "NamespaceTerminating".equals(cause.getReason())))
                        .isPresent();
    }

    /** The JDK's client has no message for two common failures. */
    private static String unanswered(Throwable exception) {
        List<Throwable> causes =
                Stream.iterate(exception, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().anyMatch(UnresolvedAddressException.class::isInstance)) {
            return "unknown host";
        }
        if (causes.stream().anyMatch(ClosedChannelException.class::isInstance)) {
            return "connection refused";
        }
        return text(causes.get(causes.size() - 1));
    }

    private static String text(Throwable exception) {
        return Objects.requireNonNullElse(
                exception.getMessage(), exception.getClass().getSimpleName());
    }
}
