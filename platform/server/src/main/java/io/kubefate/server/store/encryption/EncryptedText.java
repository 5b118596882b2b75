package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

/**
 * The form of an encrypted text in the database: {@code @aes256gcm:KEY:BASE64:CELL}. No YAML and no JSON begins with {@code @}.
 *
 * @param keyId the id of the data key
 * @param content the random nonce, the compressed and encrypted text, and its tag, in Base64
 * @param cell for which it was encrypted
 */
public record EncryptedText(String keyId, String content, Cell cell) {

    /** What every encrypted text begins with. */
    public static final String PREFIX = "@aes256gcm:";

    private static final int PARTS = 3;

    public EncryptedText {
        requireNonNull(keyId, "keyId is null");
        requireNonNull(content, "content is null");
        requireNonNull(cell, "cell is null");
    }

    static boolean isEncrypted(String stored) {
        return stored.startsWith(PREFIX);
    }

    /** Returns what the texts begin with that are encrypted with a key. */
    static String prefix(String keyId) {
        return PREFIX + keyId + ":";
    }

    static EncryptedText parse(String stored) {
        String[] parts = stored.substring(PREFIX.length()).split(":", PARTS);
        if (parts.length < PARTS) {
            throw new UnreadableTextException(
                    "the database has an encrypted text that is incomplete; restore a backup");
        }
        return new EncryptedText(parts[0], parts[1], new Cell(parts[2]));
    }

    String text() {
        return prefix(keyId) + content + ":" + cell;
    }
}
