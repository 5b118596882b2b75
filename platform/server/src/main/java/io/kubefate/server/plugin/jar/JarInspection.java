package io.kubefate.server.plugin.jar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks a jar before its code runs and before its content is kept in memory: every entry is unpacked once, and the output is
 * discarded.
 */
final class JarInspection {

    /** The limit of zip files without extensions. */
    private static final int MAX_ENTRIES = 65_535;
    /** A jar of class files unpacks to about three times its size, one of templates to ten times its size. */
    private static final int MAX_RATIO = 100;
    /** The size to which every jar may unpack, independent of its own size. */
    private static final long ALWAYS_ALLOWED = 1L << 20;
    /** The maximum size of the content, as a multiple of the maximum size of a jar. */
    private static final int MAX_UNPACKED = 4;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Path path;
    private final long maxBytes;

    private JarInspection(Path path, long maxBytes) {
        this.path = path;
        this.maxBytes = maxBytes;
    }

    /**
     * Checks a jar as an archive.
     *
     * @param path the jar
     * @param maxBytes the maximum size
     * @throws PluginRejection with the problem and what to do
     * @throws IOException if it is damaged or cannot be read
     */
    static void check(Path path, long maxBytes) throws IOException {
        new JarInspection(path, maxBytes).check();
    }

    private void check() throws IOException {
        checkFile();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw new PluginRejection("it has " + zip.size() + " entries, more than " + MAX_ENTRIES
                        + "; leave out what the plugin does not need");
            }
            List<? extends ZipEntry> entries = zip.stream().toList();
            EntryNameRules.check(entries.stream().map(ZipEntry::getName).toList());
            checkContent(zip, entries);
            checkManifest(zip);
        }
    }

    private void checkFile() throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException("it is not a file");
        }
        long size = Files.size(path);
        if (size > maxBytes) {
            throw new PluginRejection("it has " + size + " bytes, more than the limit of " + maxBytes
                    + "; make it smaller or raise the limit");
        }
        try (InputStream file = Files.newInputStream(path)) {
            if (!Arrays.equals(file.readNBytes(ZIP.length), ZIP)) {
                throw new IOException("it is not a zip file");
            }
        }
    }

    private void checkContent(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        long allowed = Math.min(ALWAYS_ALLOWED + MAX_RATIO * Files.size(path), MAX_UNPACKED * maxBytes);
        byte[] buffer = new byte[1 << 16];
        for (ZipEntry entry : entries) {
            allowed -= unpack(zip, entry, allowed, buffer);
        }
    }

    private static long unpack(ZipFile zip, ZipEntry entry, long allowed, byte[] buffer) throws IOException {
        CRC32 checksum = new CRC32();
        long size = 0;
        try (InputStream content = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > allowed) {
                    throw new PluginRejection("it unpacks to much more than a plugin of its size, at " + entry.getName()
                            + ", as a zip bomb does");
                }
            }
        }
        if (size != entry.getSize() || checksum.getValue() != entry.getCrc() || entry.isDirectory() && size > 0) {
            throw new IOException("its entry " + entry.getName() + " is damaged");
        }
        return size;
    }

    private static void checkManifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
        if (entry == null) {
            throw new PluginRejection("it has no META-INF/MANIFEST.MF");
        }
        try (InputStream content = zip.getInputStream(entry)) {
            if (new Manifest(content).getMainAttributes().containsKey(Attributes.Name.CLASS_PATH)) {
                throw new PluginRejection(
                        "its META-INF/MANIFEST.MF has a Class-Path, which refers to files outside the jar;"
                                + " include the libraries in the jar");
            }
        }
    }
}
