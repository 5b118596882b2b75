package io.kubefate.planning.render;

/** A template that cannot be rendered: the message names it, the line and the column. */
public class RenderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RenderException(String message, Throwable cause) {
        super(message, cause);
    }
}
