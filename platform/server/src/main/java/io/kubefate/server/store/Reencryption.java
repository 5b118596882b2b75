package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.encryption.ConfidentialColumn;
import io.kubefate.server.store.encryption.DataKeyRecord;
import io.kubefate.server.store.encryption.DataKeys;
import io.kubefate.server.store.encryption.EncryptedText;
import io.kubefate.server.store.encryption.MasterKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Encrypts what is stored already, with the newest data key, while services use the database. If it is interrupted, the next call
 * continues: each text states its key.
 */
public final class Reencryption {

    private static final int ROWS = 1000;

    private final Jdbi jdbi;
    private final EncryptionDao keys;
    private final Encryption encryption;
    private final Duration pause;

    /**
     * Creates it.
     *
     * @param pause until every other service uses a new data key
     */
    Reencryption(Jdbi jdbi, Encryption encryption, Duration pause) {
        this.jdbi = requireNonNull(jdbi, "jdbi is null");
        this.keys = SharedDao.of(jdbi, EncryptionDao.class);
        this.encryption = requireNonNull(encryption, "encryption is null");
        this.pause = requireNonNull(pause, "pause is null");
    }

    /**
     * Encrypts what was stored before the database had a key; does nothing if all is encrypted, or there is no key.
     *
     * @return how many texts
     */
    public int encryptExisting() {
        Optional<DataKeys> dataKeys = encryption.dataKeys().filter(present -> !present.complete());
        if (dataKeys.isEmpty()) {
            return 0;
        }
        if (hasUnencrypted()) {
            pause();
        }
        return encryptAll();
    }

    /**
     * Creates a new data key, encrypts all data keys with the first master key, and all texts with the new data key.
     *
     * @return how many texts
     * @throws KubefateException {@link ErrorCode#INVALID_REQUEST} if there is no master key
     */
    public int rotate() {
        DataKeys dataKeys = dataKeys();
        MasterKey first = encryption.masterKeys().first();
        for (DataKeyRecord row : keys.keys()) {
            if (!row.masterKeyId().equals(first.id())) {
                keys.update(dataKeys.encryptedAgain(row, first, row.complete()));
            }
        }
        if (dataKeys.newest().complete()) {
            keys.insert(DataKeys.create(first), Instant.now());
        }
        encryption.refresh();
        pause();
        return encryptAll();
    }

    private DataKeys dataKeys() {
        return encryption
                .dataKeys()
                .orElseThrow(() -> new KubefateException(
                        ErrorCode.INVALID_REQUEST, "there is no encryption key; set KUBEFATE_ENCRYPTION_KEY_FILE"));
    }

    private boolean hasUnencrypted() {
        return Arrays.stream(ConfidentialColumn.values())
                .anyMatch(
                        column -> !rowsWithout(EncryptedText.PREFIX, column, 1).isEmpty());
    }

    private int encryptAll() {
        DataKeys dataKeys = dataKeys();
        int texts = Arrays.stream(ConfidentialColumn.values())
                .mapToInt(column -> encryptAll(column, dataKeys))
                .sum();
        keys.update(dataKeys.encryptedAgain(
                dataKeys.newest(), encryption.masterKeys().first(), true));
        encryption.refresh();
        return texts;
    }

    private int encryptAll(ConfidentialColumn column, DataKeys dataKeys) {
        int texts = 0;
        List<Map<String, Object>> rows = rowsWithout(dataKeys.prefix(), column, ROWS);
        while (!rows.isEmpty()) {
            rows.forEach(row -> encrypt(column, row, dataKeys));
            texts += rows.size();
            rows = rowsWithout(dataKeys.prefix(), column, ROWS);
        }
        return texts;
    }

    private List<Map<String, Object>> rowsWithout(String prefix, ConfidentialColumn column, int limit) {
        return keys.rowsWithout(prefix, limit, column.table(), column.column(), String.join(", ", column.key()));
    }

    private void encrypt(ConfidentialColumn column, Map<String, Object> row, DataKeys dataKeys) {
        String condition = column.condition();
        jdbi.useTransaction(TransactionIsolationLevel.READ_COMMITTED, handle -> {
            keys.lock(row, column.table(), column.column(), condition)
                    .map(stored -> dataKeys.encryptedAgain(column.cell(row), stored))
                    .ifPresent(text -> keys.write(text, row, column.table(), column.column(), condition));
        });
    }

    private void pause() {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
