package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key of the administrator, which encrypts data keys and nothing else. It is never stored in the database. */
public final class MasterKey {

    private static final int ID_BYTES = 4;

    private final AesGcm cipher = new AesGcm();
    private final String id;
    private final SecretKey key;

    private MasterKey(SecretKey key) {
        this.key = requireNonNull(key, "key is null");
        this.id = id(key);
    }

    /**
     * Reads a key.
     *
     * @param text 32 bytes in Base64
     * @throws IllegalArgumentException if it is something else
     */
    public static MasterKey parse(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (bytes.length != AesGcm.KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + AesGcm.KEY_BYTES + " bytes, not " + bytes.length);
        }
        return new MasterKey(AesGcm.key(bytes));
    }

    /** Returns a new random key in the form that {@link #parse} reads. */
    public static String random() {
        return Base64.getEncoder().encodeToString(new AesGcm().newKey().getEncoded());
    }

    /** Returns what identifies the key and does not reveal it: 8 hexadecimal digits. */
    public String id() {
        return id;
    }

    DataKeyRecord encrypt(SecretKey dataKey, String dataKeyId, boolean complete) {
        byte[] encrypted = cipher.encrypt(key, context(dataKeyId, complete), dataKey.getEncoded());
        return new DataKeyRecord(dataKeyId, id, Base64.getEncoder().encodeToString(encrypted), complete);
    }

    SecretKey decrypt(DataKeyRecord dataKey) {
        try {
            byte[] encrypted = Base64.getDecoder().decode(dataKey.encrypted());
            return AesGcm.key(cipher.decrypt(key, context(dataKey.id(), dataKey.complete()), encrypted));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new IllegalStateException("the row " + dataKey.id() + " of table data_key was changed", e);
        }
    }

    private static String context(String dataKeyId, boolean complete) {
        return "data key " + dataKeyId + (complete ? " complete" : "");
    }

    private static String id(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            byte[] hash = mac.doFinal("id of the key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return id;
    }
}
