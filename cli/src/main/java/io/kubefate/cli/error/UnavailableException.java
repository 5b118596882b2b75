package io.kubefate.cli.error;

/** The service gave no answer that can be used: not reachable, overloaded, or something else answered in its place. */
public final class UnavailableException extends CommandException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
