package io.kubefate.planning.error;

import static java.util.Objects.requireNonNull;

/** A failure with a code and a message that says what to do. */
public class KubefateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * A failure that we found ourselves.
     *
     * @param code its stable code
     * @param message what is wrong and what to do
     */
    public KubefateException(ErrorCode code, String message) {
        super(requireNonNull(message, "message is null"));
        this.code = requireNonNull(code, "code is null");
    }

    /**
     * A failure that something else caused.
     *
     * @param code its stable code
     * @param message what is wrong and what to do
     * @param cause what was thrown
     */
    public KubefateException(ErrorCode code, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.code = requireNonNull(code, "code is null");
    }

    /** {@return that there is no such thing, in the words that existing clients look for} */
    public static KubefateException notFound() {
        return new KubefateException(ErrorCode.NOT_FOUND, "record not found");
    }

    /** {@return the message; unlike that of other exceptions never null} */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }

    /** {@return the stable code} */
    public ErrorCode code() {
        return code;
    }
}
