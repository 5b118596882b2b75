package io.kubefate.cli.error;

/** A command cannot do what it was asked; its message is all that the user sees, and the exit code is 1. */
public class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure that we found ourselves.
     *
     * @param message what is wrong and what to do
     */
    public CommandException(String message) {
        super(message);
    }

    /**
     * A failure that something else caused.
     *
     * @param message what is wrong and what to do
     * @param cause what was thrown
     */
    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
