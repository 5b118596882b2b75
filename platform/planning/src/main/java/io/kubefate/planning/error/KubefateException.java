package io.kubefate.planning.error;

import static java.util.Objects.requireNonNull;

/** A failure with a code and a message that says what to do. */
public class KubefateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public KubefateException(ErrorCode code, String message) {
        super(requireNonNull(message, "message is null"));
        this.code = requireNonNull(code, "code is null");
    }

    /**
     * Creates a failure with a cause.
     * @param code its stable code
     * @param message what is wrong and what to do
     * @param cause the exception that caused it
     */
    public KubefateException(ErrorCode code, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.code = requireNonNull(code, "code is null");
    }

    public static KubefateException invalid(String message) {
        return new KubefateException(ErrorCode.INVALID_REQUEST, message);
    }

    /** Returns a "not found" failure with the text that existing clients expect. */
    public static KubefateException notFound() {
        return new KubefateException(ErrorCode.NOT_FOUND, "record not found");
    }

    /** Returns a "not found" failure with the text that existing clients expect after the text of an operation. */
    public static KubefateException notFound(String operation) {
        return new KubefateException(ErrorCode.NOT_FOUND, operation + ", record not found");
    }

    /** Returns the message, which is never null. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }

    public ErrorCode code() {
        return code;
    }
}
