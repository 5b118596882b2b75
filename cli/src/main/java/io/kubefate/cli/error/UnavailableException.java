package io.kubefate.cli.error;

/** The service returned no usable response: it is unreachable or overloaded, or another server responded. */
public final class UnavailableException extends CommandException {

    private static final long serialVersionUID = 1L;

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public boolean isTemporary() {
        return true;
    }
}
