package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;

/** The keys that encrypt cells. The newest one encrypts; all decrypt. */
public final class DataKeys implements CellCipher {

    private final AesGcm cipher = new AesGcm();
    private final Map<String, SecretKey> keys;
    private final DataKeyRecord newest;
    private final boolean complete;

    private DataKeys(Map<String, SecretKey> keys, DataKeyRecord newest, boolean complete) {
        this.keys = Map.copyOf(keys);
        this.newest = requireNonNull(newest, "newest is null");
        this.complete = complete;
    }

    /**
     * Decrypts data keys.
     *
     * @param rows oldest first, at least one
     * @throws io.kubefate.planning.error.KubefateException if a master key is missing
     */
    public static DataKeys of(List<DataKeyRecord> rows, MasterKeys masterKeys) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        rows.forEach(row -> keys.put(row.id(), masterKeys.of(row).decrypt(row)));
        return new DataKeys(keys, rows.get(rows.size() - 1), rows.stream().anyMatch(DataKeyRecord::complete));
    }

    /** Returns a new data key, which is not {@link DataKeyRecord#complete}. */
    public static DataKeyRecord create(MasterKey masterKey) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        return masterKey.encrypt(new AesGcm().newKey(), id, false);
    }

    /** Returns a data key that is encrypted with another master key, or has become complete. */
    public DataKeyRecord encryptedAgain(DataKeyRecord row, MasterKey masterKey, boolean nowComplete) {
        return masterKey.encrypt(key(row.id()), row.id(), nowComplete);
    }

    /** Returns whether all cells are encrypted. */
    public boolean complete() {
        return complete;
    }

    public DataKeyRecord newest() {
        return newest;
    }

    /** Returns what the texts begin with that the newest key encrypted. */
    public String prefix() {
        return EncryptedText.prefix(newest.id());
    }

    @Override
    public String encrypt(Cell cell, String text) {
        byte[] content = cipher.encrypt(key(newest.id()), cell.name(), Deflated.of(text));
        return new EncryptedText(newest.id(), Base64.getEncoder().encodeToString(content), cell).text();
    }

    /**
     * Decrypts a text.
     *
     * @throws UnknownDataKeyException if another service has created a newer key
     * @throws UnreadableTextException if somebody else changed the database
     */
    @Override
    public Confidential<String> decrypt(String stored) {
        if (EncryptedText.isEncrypted(stored)) {
            return decrypt(EncryptedText.parse(stored));
        }
        if (complete) {
            throw new UnreadableTextException(
                    "the database was changed by somebody else: a text that must be encrypted is not;"
                            + " to accept and encrypt it, run: kubefate-server encryption rotate");
        }
        return Confidential.of(stored);
    }

    /**
     * Returns a text as {@link #encrypt} returns it.
     *
     * @param stored in the cell: unencrypted, or encrypted with any key
     */
    public String encryptedAgain(Cell cell, String stored) {
        String text = EncryptedText.isEncrypted(stored)
                ? decrypt(EncryptedText.parse(stored)).in(cell).value()
                : stored;
        return encrypt(cell, text);
    }

    private Confidential<String> decrypt(EncryptedText text) {
        try {
            byte[] plain = cipher.decrypt(
                    key(text.keyId()), text.cell().name(), Base64.getDecoder().decode(text.content()));
            return Confidential.of(Deflated.text(plain)).in(text.cell());
        } catch (AEADBadTagException | IllegalArgumentException | UncheckedIOException e) {
            throw new UnreadableTextException(
                    "the database was changed by somebody else, or is damaged: " + text.cell() + "; restore a backup",
                    e);
        }
    }

    private SecretKey key(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new UnknownDataKeyException(id);
        }
        return key;
    }
}
