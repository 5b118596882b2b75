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

/** Says what the client's exceptions mean: whether to ask again, and what the API server said. */
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
     * Carries out a call.
     *
     * @param what the call in words, for the message of a failure
     * @param call the call
     * @param <T> what the call returns
     * @return what the call returns
     * @throws KubernetesException instead of what the client throws
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

    /** {@return whether what is missing is of this kind, in plural, and not the object that was asked for} */
    static boolean isLack(KubernetesClientException exception, String plural) {
        return isNotFound(exception)
                && Optional.ofNullable(exception.getStatus())
                        .map(Status::getDetails)
                        .filter(details -> plural.equals(details.getKind()))
                        .isPresent();
    }

    /**
     * What a refused dry run says of an object.
     *
     * @throws KubernetesClientException the same one, if it says nothing of the object
     */
    static DryRunResult trial(KubernetesClientException exception) {
        if (kind(exception) == KubernetesException.Kind.UNAVAILABLE) {
            throw exception;
        }
        String reason = message(exception);
        return isImmutable(exception.getCode(), reason)
                ? new DryRunResult.Immutable(reason)
                : new DryRunResult.Refused(reason);
    }

    /** There is no code for it, only these words; that a claim cannot grow is said by an admission plugin, as forbidden. */
    private static boolean isImmutable(int code, String reason) {
        return code == INVALID && IMMUTABLE.stream().anyMatch(reason::contains)
                || code == FORBIDDEN && reason.contains("can be resized");
    }

    /** {@return what the API server said, or why it said nothing} */
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

    /** A namespace that is being deleted refuses new objects, until it is gone and can be made again. */
    private static boolean isNamespaceEnding(KubernetesClientException exception) {
        return isForbidden(exception)
                && Optional.ofNullable(exception.getStatus())
                        .map(Status::getDetails)
                        .filter(details -> details.getCauses().stream()
                                .anyMatch(cause -> "NamespaceTerminating".equals(cause.getReason())))
                        .isPresent();
    }

    /** The JDK's client leaves two common failures without words. */
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
