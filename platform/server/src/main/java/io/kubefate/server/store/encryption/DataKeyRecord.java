package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

/**
 * A row of table {@code data_key}: a key that encrypts cells.
 *
 * @param id random
 * @param masterKeyId which key encrypts it
 * @param encrypted the encrypted key in Base64
 * @param complete whether all cells were encrypted with this key at some time: from then on, no cell is unencrypted
 */
public record DataKeyRecord(String id, String masterKeyId, String encrypted, boolean complete) {

    public DataKeyRecord {
        requireNonNull(id, "id is null");
        requireNonNull(masterKeyId, "masterKeyId is null");
        requireNonNull(encrypted, "encrypted is null");
    }
}
