package io.kubefate.server.kubernetes;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the end of what is written into it, by any number of threads. */
final class CommandOutput extends OutputStream {

    private static final int LIMIT = 4 * 1024;

    private final byte[] ring = new byte[LIMIT];
    private long written;

    @Override
    public synchronized void write(int octet) {
        ring[(int) (written % LIMIT)] = (byte) octet;
        written++;
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int index = offset; index < offset + length; index++) {
            write(bytes[index]);
        }
    }

    /** {@return the last 4 KiB; of a longer text from the beginning of a line on} */
    synchronized String text() {
        if (written <= LIMIT) {
            return new String(ring, 0, (int) written, StandardCharsets.UTF_8);
        }
        int start = (int) (written % LIMIT);
        byte[] end = new byte[LIMIT];
        System.arraycopy(ring, start, end, 0, LIMIT - start);
        System.arraycopy(ring, 0, end, LIMIT - start, start);
        String text = new String(end, StandardCharsets.UTF_8);
        return text.substring(text.indexOf('\n') + 1);
    }
}
