package io.kubefate.server.kubernetes.fabric;

import java.io.OutputStream;

/** Keeps the end of the written output; thread-safe. */
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

    /** Returns the last 4 KiB; if the output is longer, it begins with a whole line. */
    synchronized String text() {
        return tail.text();
    }
}
