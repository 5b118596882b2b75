package io.kubefate.server.kubernetes;

import static java.util.Objects.requireNonNull;

/** Kubernetes did not do what was asked. */
public class KubernetesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Whether asking again may help. */
    public enum Kind {
        /** No answer, or one that asks to come back later (429, 5xx, a conflict of writers). */
        UNAVAILABLE,
        /** An answer that will not change by itself: forbidden, invalid, unknown kind. */
        REFUSED
    }

    private final Kind kind;

    /**
     * A failure that no client reported.
     *
     * @param kind whether asking again may help
     * @param message what was asked and why it cannot be done
     */
    public KubernetesException(Kind kind, String message) {
        super(requireNonNull(message, "message is null"));
        this.kind = requireNonNull(kind, "kind is null");
    }

    /**
     * A failure.
     *
     * @param kind whether asking again may help
     * @param message what was asked and what Kubernetes said
     * @param cause what the client threw
     */
    public KubernetesException(Kind kind, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.kind = requireNonNull(kind, "kind is null");
    }

    /** {@return the message; unlike that of other exceptions never null} */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }

    /** {@return whether asking again may help} */
    public Kind kind() {
        return kind;
    }
}
