package io.kubefate.cli.context;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Standard input, output and error output, as text and as bytes.
 *
 * @param bytes for the input and output of other programs
 */
public record StandardStreams(BufferedReader in, PrintWriter out, PrintWriter err, Bytes bytes) {

    public StandardStreams {
        requireNonNull(in, "in is null");
        requireNonNull(out, "out is null");
        requireNonNull(err, "err is null");
        requireNonNull(bytes, "bytes is null");
    }

    public record Bytes(InputStream in, OutputStream out, OutputStream err) {

        public Bytes {
            requireNonNull(in, "in is null");
            requireNonNull(out, "out is null");
            requireNonNull(err, "err is null");
        }
    }

    static StandardStreams ofProcess() {
        return new StandardStreams(
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                writer(new PipeOutput(new FileOutputStream(FileDescriptor.out))),
                writer(new FileOutputStream(FileDescriptor.err)),
                new Bytes(
                        new BufferedInputStream(
                                new FileInputStream(FileDescriptor.in)), // readNBytes of a file fails for a pipe
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err)));
    }

    /** UTF-8 in every locale, because users redirect printed manifests to files. */
    private static PrintWriter writer(OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
