package io.kubefate.server.service.plugin;

import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A jar while it comes in, in a temporary file, which goes when this is closed. */
public final class IncomingJar implements AutoCloseable {

    private static final int LONGEST_NAME = 253;

    private final Path file;
    private final long maxBytes;
    private final MessageDigest digest;
    private final OutputStream out;
    private String fileName = "plugin.jar";
    private long size;

    /**
     * Makes the temporary file.
     *
     * @param folder where
     * @param maxBytes how large the jar may be
     * @throws IOException if the file cannot be made
     */
    IncomingJar(Path folder, long maxBytes) throws IOException {
        this.file = Files.createTempFile(folder, "incoming-", ".jar");
        this.maxBytes = maxBytes;
        this.digest = PluginCache.sha256();
        this.out = new DigestOutputStream(Files.newOutputStream(file), digest);
    }

    /**
     * Names the jar.
     *
     * @param name the name of the file that is sent; a path before it is left out
     */
    public void name(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String printable = last.replaceAll("\\p{Cntrl}", "");
        if (!printable.isBlank()) {
            fileName = printable.substring(0, Math.min(printable.length(), LONGEST_NAME));
        }
    }

    /**
     * Adds to the jar.
     *
     * @param bytes the next ones
     * @throws IOException if they cannot be written
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
     * Ends the writing and looks at the first bytes.
     *
     * @return whether this is a gzip file, as Helm charts are
     * @throws IOException if they cannot be read
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
                "it is larger than " + maxBytes + " bytes; if it has to be, raise plugins.maxSize in kubefate.yaml,"
                        + " or KUBEFATE_PLUGINS_MAX_SIZE");
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

    /** Of what was written; asked for once. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
