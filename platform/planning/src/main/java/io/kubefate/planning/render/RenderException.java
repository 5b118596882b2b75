package io.kubefate.planning.render;

import static java.util.Objects.requireNonNull;

/** A template that cannot be rendered: the message names it, the line and the column. */
public class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RenderException(String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
    }

    /** {@return the message; unlike that of other exceptions never null} */
    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage(), "message is null");
    }
}
