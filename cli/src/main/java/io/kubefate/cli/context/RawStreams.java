package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The standard streams as bytes, for commands that hand on what other programs read and write.
 *
 * @param in for input
 * @param out for output
 * @param err for error output
 */
public record RawStreams(InputStream in, OutputStream out, OutputStream err) {

    /** Checks that nothing is null. */
    public RawStreams {
        requireNonNull(in, "in is null");
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
    }

    public static RawStreams ofProcess() {
        return new RawStreams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err));
    }
}
