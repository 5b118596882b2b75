package io.kubefate.planning.render;

/** A value that no escaping can carry in a file of this type. */
final class UnprintableValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnprintableValueException(String message) {
        super(message);
    }
}
