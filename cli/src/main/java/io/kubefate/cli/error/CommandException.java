package io.kubefate.cli.error;

/** A command failed. The user sees the message only, so it says what is wrong and what to do; the exit code is 1. */
public class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
