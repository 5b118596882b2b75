package io.kubefate.server.store;

import static java.util.Objects.requireNonNull;

import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.store.encryption.Cell;
import io.kubefate.server.store.encryption.CellCipher;
import io.kubefate.server.store.encryption.Confidential;
import io.kubefate.server.store.encryption.DataKeyRecord;
import io.kubefate.server.store.encryption.DataKeys;
import io.kubefate.server.store.encryption.MasterKeys;
import io.kubefate.server.store.encryption.UnknownDataKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Encrypts the confidential columns of a database with its data keys, if the administrator has a master key. A service has to call
 * {@link #refresh} at intervals, because others create data keys.
 */
public final class Encryption implements CellCipher {

    private final EncryptionDao keys;
    private final Supplier<MasterKeys> masterKeys;

    private volatile List<DataKeyRecord> known = List.of();
    private volatile CellCipher current = CellCipher.unencrypted();

    /**
     * Reads the data keys. If there is a master key and no data key, creates one.
     *
     * @param jdbi of a database whose tables are up to date
     * @param masterKeys reads the keys of the administrator as they are now
     * @throws KubefateException if a master key is missing
     */
    Encryption(Jdbi jdbi, Supplier<MasterKeys> masterKeys) {
        this.keys = SharedDao.of(jdbi, EncryptionDao.class);
        this.masterKeys = requireNonNull(masterKeys, "masterKeys is null");
        MasterKeys available = masterKeys.get();
        if (!available.isEmpty() && keys.keys().isEmpty()) {
            keys.insert(DataKeys.create(available.first()), Instant.now());
        }
        refresh();
    }

    /**
     * Reads the data keys again, if there are others.
     *
     * @throws KubefateException if a master key is missing; a service without any master key then stores nothing any more
     */
    public synchronized void refresh() {
        List<DataKeyRecord> rows = keys.keys();
        if (rows.equals(known)) {
            return;
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("the rows of table data_key were deleted; restore them from a backup");
        }
        try {
            current = DataKeys.of(rows, masterKeys.get());
            known = rows;
        } catch (KubefateException e) {
            if (known.isEmpty()) {
                current = CellCipher.refusing(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** Returns whether confidential columns are encrypted. */
    public boolean enabled() {
        return dataKeys().isPresent();
    }

    Optional<DataKeys> dataKeys() {
        return current instanceof DataKeys encrypting ? Optional.of(encrypting) : Optional.empty();
    }

    MasterKeys masterKeys() {
        return masterKeys.get();
    }

    @Override
    public String encrypt(Cell cell, String text) {
        return current.encrypt(cell, text);
    }

    @Override
    public Confidential<String> decrypt(String stored) {
        try {
            return current.decrypt(stored);
        } catch (UnknownDataKeyException e) {
            refresh();
            return current.decrypt(stored);
        }
    }
}
