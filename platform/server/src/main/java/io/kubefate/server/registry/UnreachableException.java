package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

/** There is no usable answer; the message says why, in plain words and without anything from an answer's body. */
final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreachableException(String reason) {
        super(requireNonNull(reason, "reason is null"));
    }

    /** {@return the message; unlike that of other exceptions never null} */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }
}
