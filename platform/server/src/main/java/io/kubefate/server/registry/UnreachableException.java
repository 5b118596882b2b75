package io.kubefate.server.registry;

import static java.util.Objects.requireNonNull;

/** There is no valid response. The message is the reason, without any data from the response. */
final class UnreachableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreachableException(String reason) {
        super(requireNonNull(reason, "reason is null"));
    }

    /** Returns the message, which is never null. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }
}
