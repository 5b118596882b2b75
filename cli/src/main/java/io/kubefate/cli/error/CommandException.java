package io.kubefate.cli.error;

import static java.util.Objects.requireNonNull;

/** A command failed. The user sees the message only, so it says what is wrong and what to do; the exit code is 1. */
public class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(requireNonNull(message, "message is null"));
    }

    public CommandException(String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
    }

    /** {@return all that the user needs to know} */
    public String text() {
        return getMessage();
    }

    /** {@return whether the same request may succeed soon, for example because the service restarts} */
    public boolean isTemporary() {
        return false;
    }

    /** {@return the message; unlike that of other exceptions never null} */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }
}
