package io.kubefate.server.kubernetes.fabric;

import java.nio.charset.StandardCharsets;

/** The end of a text that may be longer than what is worth keeping. */
final class TextTail {

    private final byte[] ring;
    private final String cut;
    private long written;

    /**
     * An empty text.
     *
     * @param maxBytes how much of its end is kept
     * @param cut a line that stands for what is left out, or empty text
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

    /** {@return the end of the text; of a longer text from the beginning of a line on} */
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
