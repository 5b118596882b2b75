package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;

/** Neither stores nor reads a confidential text. */
record RefusingCipher(String reason) implements CellCipher {

    RefusingCipher {
        requireNonNull(reason, "reason is null");
    }

    @Override
    public String encrypt(Cell cell, String text) {
        throw refused();
    }

    @Override
    public Confidential<String> decrypt(String stored) {
        throw refused();
    }

    private KubefateException refused() {
        return new KubefateException(ErrorCode.DATABASE_UNAVAILABLE, reason);
    }
}
