package io.kubefate.server.kubernetes.fabric;

import java.io.OutputStream;

/** Keeps the end of what is written into it, by any number of threads. */
final class CommandOutput extends OutputStream {

    private static final int LIMIT = 4 * 1024;

    private final TextTail tail = new TextTail(LIMIT, "");

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        tail.add(bytes, offset, length);
    }

    /** {@return the last 4 KiB; of a longer text from the beginning of a line on} */
    synchronized String text() {
        return tail.text();
    }
}
