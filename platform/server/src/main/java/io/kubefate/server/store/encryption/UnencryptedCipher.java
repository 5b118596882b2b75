package io.kubefate.server.store.encryption;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;

/** Stores texts as they are. */
record UnencryptedCipher() implements CellCipher {

    @Override
    public String encrypt(Cell cell, String text) {
        return text;
    }

    @Override
    public Confidential<String> decrypt(String stored) {
        if (EncryptedText.isEncrypted(stored)) {
            throw new KubefateException(
                    ErrorCode.DATABASE_UNAVAILABLE,
                    "the database is encrypted, and this service has no encryption key");
        }
        return Confidential.of(stored);
    }
}
