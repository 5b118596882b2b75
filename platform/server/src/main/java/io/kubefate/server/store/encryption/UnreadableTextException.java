package io.kubefate.server.store.encryption;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;

/** A confidential text of the database cannot be read: somebody else changed it, it is damaged, or its key is missing. */
public class UnreadableTextException extends KubefateException {

    private static final long serialVersionUID = 1;

    UnreadableTextException(String message) {
        super(ErrorCode.DATABASE_DAMAGED, message);
    }

    UnreadableTextException(String message, Throwable cause) {
        super(ErrorCode.DATABASE_DAMAGED, message, cause);
    }
}
