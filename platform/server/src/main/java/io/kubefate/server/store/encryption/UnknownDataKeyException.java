package io.kubefate.server.store.encryption;

/** A text is encrypted with a data key that was not read yet. */
public final class UnknownDataKeyException extends UnreadableTextException {

    private static final long serialVersionUID = 1;

    UnknownDataKeyException(String id) {
        super("a text is encrypted with the data key " + id + ", which is not in the database; restore a backup");
    }
}
