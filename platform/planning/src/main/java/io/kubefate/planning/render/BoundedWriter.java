package io.kubefate.planning.render;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Collects text up to a limit, so that a template with an endless loop cannot exhaust the memory. */
final class BoundedWriter extends StringWriter {

    private static final int LIMIT = 8 * 1024 * 1024;

    BoundedWriter() {
        super(16 * 1024);
    }

    @Override
    public void write(String text) {
        check(text.length());
        super.write(text);
    }

    @Override
    public void write(String text, int offset, int length) {
        check(length);
        super.write(text, offset, length);
    }

    @Override
    public void write(char[] text, int offset, int length) {
        check(length);
        super.write(text, offset, length);
    }

    private void check(int more) {
        if (getBuffer().length() + more > LIMIT) {
            throw new UncheckedIOException(new IOException("the output is longer than " + LIMIT + " characters"));
        }
    }
}
