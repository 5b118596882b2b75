package io.kubefate.server.kubernetes;

import java.nio.charset.StandardCharsets;

/** The end of a text that may be longer than what is worth keeping. */
final class TextTail {

    private static final String CUT = "(earlier lines are left out)\n";

    private final byte[] ring;
    private long written;

    /**
     * An empty text.
     *
     * @param maxBytes how much of its end is kept
     */
    TextTail(int maxBytes) {
        this.ring = new byte[maxBytes];
    }

    void add(byte[] bytes, int length) {
        for (int index = 0; index < length; index++) {
            ring[(int) (written++ % ring.length)] = bytes[index];
        }
    }

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, bytes.length);
    }

    /** {@return the end of the text, from the beginning of a line on; says so if something is left out} */
    String text() {
        if (written <= ring.length) {
            return new String(ring, 0, (int) written, StandardCharsets.UTF_8);
        }
        int start = (int) (written % ring.length);
        byte[] ordered = new byte[ring.length];
        System.arraycopy(ring, start, ordered, 0, ring.length - start);
        System.arraycopy(ring, 0, ordered, ring.length - start, start);
        String text = new String(ordered, StandardCharsets.UTF_8);
        return CUT + text.substring(text.indexOf('\n') + 1);
    }
}
