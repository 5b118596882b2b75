package io.kubefate.server.kubernetes.fabric;

import java.nio.charset.StandardCharsets;

/** Keeps the end of a text. */
final class TextTail {

    private final byte[] ring;
    private final String cut;
    private long written;

    /**
     * Creates an empty text.
     *
     * @param maxBytes the maximum size
     * @param cut a line that replaces the omitted text, or empty text
     */
    TextTail(int maxBytes, String cut) {
        this.ring = new byte[maxBytes];
        this.cut = cut;
    }

    void add(byte[] bytes, int length) {
        add(bytes, 0, length);
    }

    void add(byte[] bytes, int offset, int length) {
        for (int index = offset; index < offset + length; index++) {
            ring[(int) (written++ % ring.length)] = bytes[index];
        }
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, bytes.length);
    }

    /** Returns the end of the text; if the text is longer, it begins with a whole line. */
    String text() {
        if (written <= ring.length) {
            return new String(ring, 0, (int) written, StandardCharsets.UTF_8);
        }
        int start = (int) (written % ring.length);
        byte[] ordered = new byte[ring.length];
        System.arraycopy(ring, start, ordered, 0, ring.length - start);
        System.arraycopy(ring, 0, ordered, ring.length - start, start);
        String text = new String(ordered, StandardCharsets.UTF_8);
        return cut + text.substring(text.indexOf('\n') + 1);
    }
}
