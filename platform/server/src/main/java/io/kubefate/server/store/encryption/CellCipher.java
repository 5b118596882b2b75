package io.kubefate.server.store.encryption;

/** Encrypts and decrypts the texts of cells. */
public interface CellCipher {

    /** Returns the text as it is stored in a cell. */
    String encrypt(Cell cell, String text);

    /**
     * Returns the text of a cell.
     *
     * @param stored what {@link #encrypt} returned
     * @return with the cell for which it was encrypted, or without a cell if it is stored unencrypted
     */
    Confidential<String> decrypt(String stored);

    /** Returns a cipher for code that uses no confidential columns. */
    static CellCipher refusing(String reason) {
        return new RefusingCipher(reason);
    }

    /** Returns a cipher that stores texts as they are. */
    static CellCipher unencrypted() {
        return new UnencryptedCipher();
    }
}
