package io.kubefate.planning.render;

/** A value cannot be escaped for this type of file. */
final class UnprintableValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnprintableValueException(String message) {
        super(message);
    }
}
