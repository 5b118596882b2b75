package io.kubefate.server.kubernetes.fabric;

import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.StatusDetails;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.kubefate.planning.plan.DryRunResult;
import io.kubefate.server.kubernetes.KubernetesException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Translates the client's exceptions: whether to retry, and the message of the API server. */
public final class ApiErrors {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int INVALID = 422;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final int INTERNAL_ERROR = 500;

    private static final List<String> IMMUTABLE = List.of("immutable", "updates to ", "may not change");

    /** These failures have no code of their own; the message begins with the same words since Kubernetes 1.9. */
    private static final Pattern WEBHOOK_FAILED =
            Pattern.compile("failed calling webhook \"([^\"]+)\": (?:failed to call webhook: )?(.*)", Pattern.DOTALL);

    /** What an object may need that the same plan creates. */
    private static final Set<String> NEEDED = Set.of("namespaces", "roles");

    private static final Pattern WEBHOOK_DENIED = Pattern.compile("admission webhook \"[^\"]+\" denied the request");
    private static final Pattern WEBHOOK_WITHOUT_DRY_RUN =
            Pattern.compile("admission webhook \"[^\"]+\" does not support dry run");

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

    /** Returns the result of a read; empty if it is forbidden, or what is read does not exist. */
    static <T> Optional<T> ifAllowed(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (KubernetesClientException exception) {
            if (isForbidden(exception) || isNotFound(exception)) {
                return Optional.empty();
            }
            throw exception;
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

    /**
     * Returns whether a dry run fails although the request itself may succeed: the namespace or the Role of a RoleBinding does not exist
     * yet, the namespace is being deleted, or an admission webhook supports no dry run.
     */
    static boolean isDryRunImpossible(KubernetesClientException exception) {
        boolean misses = isNotFound(exception)
                && details(exception)
                        .filter(details -> NEEDED.contains(details.getKind()))
                        .isPresent();
        return misses
                || isNamespaceEnding(exception)
                || WEBHOOK_WITHOUT_DRY_RUN.matcher(reported(exception)).find();
    }

    /**
     * Returns the result of a rejected dry run.
     *
     * @throws KubernetesClientException the same exception, if it is not about the object
     */
    static DryRunResult dryRunResult(KubernetesClientException exception) {
        String reason = message(exception);
        if (WEBHOOK_FAILED.matcher(reported(exception)).find()) {
            return new DryRunResult.Unanswered(reason);
        }
        if (kind(exception) != KubernetesException.Kind.REFUSED) {
            throw exception;
        }
        return isImmutable(exception, reason) ? new DryRunResult.Immutable(reason) : new DryRunResult.Refused(reason);
    }

    /**
     * There is no code for it, and the texts change between versions. A change of a claim is only forbidden if its field cannot change;
     * an admission plugin rejects resizing a claim as forbidden.
     */
    private static boolean isImmutable(KubernetesClientException exception, String reason) {
        return exception.getCode() == INVALID
                        && (IMMUTABLE.stream().anyMatch(reason::contains) || isForbiddenChangeOfClaim(exception))
                || isForbidden(exception) && reason.contains("can be resized");
    }

    private static boolean isForbiddenChangeOfClaim(KubernetesClientException exception) {
        return details(exception)
                .filter(details -> "PersistentVolumeClaim".equals(details.getKind()))
                .filter(details -> hasCause(details, "FieldValueForbidden"))
                .isPresent();
    }

    /** Returns the message of the API server, or why there is no response. */
    public static String message(KubernetesClientException exception) {
        if (exception instanceof ConnectionException unanswered) {
            return unanswered.getMessage();
        }
        Status status = exception.getStatus();
        if (status != null && status.getMessage() != null) {
            Matcher webhook = WEBHOOK_FAILED.matcher(status.getMessage());
            return webhook.find()
                    ? "admission webhook \"" + webhook.group(1) + "\" does not answer (" + webhook.group(2)
                            + "); repair the webhook, or exempt the namespace from it"
                    : GoValues.cut(status.getMessage());
        }
        return exception.getCode() > 0 ? text(exception) : "no answer from Kubernetes (" + unanswered(exception) + ")";
    }

    /** A webhook chooses the code of its rejection, which can be one of a temporary failure. */
    private static KubernetesException.Kind kind(KubernetesClientException exception) {
        int code = exception.getCode();
        if (code > 0 && WEBHOOK_DENIED.matcher(reported(exception)).find()) {
            return KubernetesException.Kind.REFUSED;
        }
        if (code <= 0 || code > INTERNAL_ERROR) {
            return KubernetesException.Kind.UNAVAILABLE;
        }
        boolean later = code == TOO_MANY_REQUESTS || code == INTERNAL_ERROR || code == CONFLICT;
        return later || isNamespaceEnding(exception) || isOfAnotherUid(exception)
                ? KubernetesException.Kind.TRANSIENT
                : KubernetesException.Kind.REFUSED;
    }

    /** A terminating namespace rejects new objects until it no longer exists and can be created again. */
    private static boolean isNamespaceEnding(KubernetesClientException exception) {
        return isForbidden(exception)
                && details(exception)
                        .filter(details -> hasCause(details, "NamespaceTerminating"))
                        .isPresent();
    }

    /** The object was replaced since it was read. If it was only deleted, the code is {@link #CONFLICT}. */
    private static boolean isOfAnotherUid(KubernetesClientException exception) {
        return exception.getCode() == INVALID
                && details(exception)
                        .filter(details ->
                                details.getCauses().stream().anyMatch(cause -> "metadata.uid".equals(cause.getField())))
                        .isPresent();
    }

    private static boolean hasCause(StatusDetails details, String reason) {
        return details.getCauses().stream().anyMatch(cause -> reason.equals(cause.getReason()));
    }

    private static Optional<StatusDetails> details(KubernetesClientException exception) {
        return Optional.ofNullable(exception.getStatus()).map(Status::getDetails);
    }

    private static String reported(KubernetesClientException exception) {
        return Optional.ofNullable(exception.getStatus())
                .map(Status::getMessage)
                .orElse("");
    }

    /** The JDK's client has no message for two common failures. */
    static String unanswered(Throwable exception) {
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
