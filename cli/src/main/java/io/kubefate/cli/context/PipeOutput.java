package io.kubefate.cli.context;

import io.kubefate.cli.error.OutputClosedException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The standard output, which the program behind a pipe may close. */
final class PipeOutput extends FilterOutputStream {

    PipeOutput(OutputStream out) {
        super(out);
    }

    /** @throws OutputClosedException if nobody reads it any more; a writer does not swallow it, unlike other failures */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if ("Broken pipe".equals(e.getMessage())) {
                throw new OutputClosedException(e);
            }
            throw e;
        }
    }
}
