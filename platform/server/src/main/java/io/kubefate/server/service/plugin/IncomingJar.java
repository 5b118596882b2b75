package io.kubefate.server.service.plugin;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A jar that is being received, in a temporary file that is deleted on close. */
public final class IncomingJar implements AutoCloseable {

    private static final int LONGEST_NAME = 253;

    private final Path file;
    private final long maxBytes;
    private final HashingOutputStream out;
    private String fileName = "plugin.jar";
    private long size;

    /**
     * Creates the temporary file.
     *
     * @param maxBytes the maximum size of the jar
     * @throws IOException if the file cannot be created
     */
    IncomingJar(Path folder, long maxBytes) throws IOException {
        this.file = Files.createTempFile(folder, "incoming-", ".jar");
        this.maxBytes = maxBytes;
        this.out = new HashingOutputStream(Hashing.sha256(), Files.newOutputStream(file));
    }

    /**
     * Sets the name of the jar.
     *
     * @param name the name of the sent file; a path is removed
     */
    public void name(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String printable = last.replaceAll("\\p{Cntrl}", "");
        if (!printable.isBlank()) {
            fileName = printable.substring(0, Math.min(printable.length(), LONGEST_NAME));
        }
    }

    /**
     * Appends to the jar.
     *
     * @throws IOException if the bytes cannot be written
     * @throws KubefateException {@link ErrorCode#PLUGIN_REFUSED} as soon as the jar is too large
     */
    public void write(byte[] bytes) throws IOException {
        size += bytes.length;
        if (size > maxBytes) {
            throw tooLarge(maxBytes);
        }
        out.write(bytes);
    }

    /**
     * Ends the writing and returns whether this is a gzip file, as Helm charts are.
     *
     * @throws IOException if the file cannot be read
     */
    public boolean isGzip() throws IOException {
        try (InputStream in = Files.newInputStream(complete().file)) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }

    static KubefateException tooLarge(long maxBytes) {
        return new KubefateException(
                ErrorCode.PLUGIN_REFUSED,
                "it is larger than " + maxBytes + " bytes; to change the limit, set plugins.maxSize in kubefate.yaml or"
                        + " KUBEFATE_PLUGINS_MAX_SIZE");
    }

    /** Ends the writing. */
    IncomingJar complete() throws IOException {
        out.close();
        return this;
    }

    Path file() {
        return file;
    }

    String fileName() {
        return fileName;
    }

    long size() {
        return size;
    }

    /** Returns the hash of the written bytes; may be called once. */
    String hash() {
        return out.hash().toString();
    }
}
