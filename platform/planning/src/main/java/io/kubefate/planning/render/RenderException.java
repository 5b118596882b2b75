package io.kubefate.planning.render;

import static java.util.Objects.requireNonNull;

/** A template cannot be rendered. The message has the template's name, the line and the column. */
public class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RenderException(String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
    }

    /** Returns the message, which is never null. */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }
}
