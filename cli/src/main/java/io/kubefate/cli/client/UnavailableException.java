package io.kubefate.cli.client;

import io.kubefate.cli.error.CommandException;

/** The service gave no answer that can be used: not reachable, overloaded, or something else answered in its place. */
public final class UnavailableException extends CommandException {

    private static final long serialVersionUID = 1L;

    UnavailableException(String message) {
        super(message);
    }

    UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
