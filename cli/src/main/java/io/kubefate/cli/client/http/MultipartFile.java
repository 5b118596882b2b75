package io.kubefate.cli.client.http;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * A form (multipart/form-data) with one file in the field {@code file}, read from disk while it is sent.
 *
 * @param progress receives the number of bytes sent so far
 */
public record MultipartFile(Path file, LongConsumer progress) implements HttpBody {

    /** A line of a jar that equals two hyphens and this text would end the form early; none does by chance. */
    private static final String BOUNDARY = "kubefate-9b1f3d7c5e8a42d6";

    static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private static final int BUFFER = 16 * 1024;

    public MultipartFile {
        requireNonNull(file, "file is null");
        requireNonNull(progress, "progress is null");
    }

    /** With the length, the service can reject a large file early. */
    @Override
    public long length() {
        try {
            return head().length + Files.size(file) + tail().length;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream content = open()) {
            out.write(head());
            long sent = 0;
            progress.accept(sent);
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                out.write(buffer, 0, read);
                sent += read;
                progress.accept(sent);
            }
            out.write(tail());
        }
    }

    private InputStream open() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private CommandException unreadable(IOException e) {
        return new CommandException("cannot read " + file + ": " + e.getMessage(), e);
    }

    private byte[] head() {
        String name = file.getFileName().toString().replaceAll("[\"\\\\\\p{Cntrl}]", "_");
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tail() {
        return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
