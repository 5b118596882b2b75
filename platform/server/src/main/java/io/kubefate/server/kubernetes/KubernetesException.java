package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

/** A request to Kubernetes failed. */
public class KubernetesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a request failed. */
    public enum Kind {
        /** No response. */
        UNAVAILABLE,
        /**
         * Kubernetes responded that the request cannot succeed at the moment: too many requests, a write conflict, a namespace that is
         * being deleted, an admission webhook that does not answer.
         */
        TRANSIENT,
        /** A permanent failure: forbidden, invalid, unknown kind. */
        REFUSED
    }

    private final Kind kind;

    /**
     * Creates a failure without a cause.
     *
     * @param kind why the request failed
     * @param message the request and why it failed
     */
    public KubernetesException(Kind kind, String message) {
        super(requireNonNull(message, "message is null"));
        this.kind = requireNonNull(kind, "kind is null");
    }

    /**
     * Creates a failure with a cause.
     *
     * @param kind why the request failed
     * @param message the request and the message of Kubernetes
     * @param cause the exception of the client
     */
    public KubernetesException(Kind kind, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.kind = requireNonNull(kind, "kind is null");
    }

    /** Returns the message, which is never null. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }

    public Kind kind() {
        return kind;
    }

    /** Returns whether the same request can succeed later. */
    public boolean isTemporary() {
        return kind != Kind.REFUSED;
    }
}
