package io.kubefate.server.service.plugin;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.kubefate.server.store.PluginStore;
import io.kubefate.server.store.plugin.PluginRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The installed jars on this machine, each under its SHA-256. A file with such a name never changes. */
public final class PluginCache {

    private final Path folder;
    private final PluginStore store;
    private final long maxBytes;

    /**
     * @param folder the folder of the jars, used by this service only; created on demand
     * @param maxBytes the maximum size of an incoming jar
     */
    public PluginCache(Path folder, PluginStore store, long maxBytes) {
        this.folder = requireNonNull(folder, "folder is null");
        this.store = requireNonNull(store, "store is null");
        this.maxBytes = maxBytes;
    }

    long maxBytes() {
        return maxBytes;
    }

    /** Creates an empty jar to be filled. */
    IncomingJar receive() throws IOException {
        return new IncomingJar(Files.createDirectories(folder), maxBytes);
    }

    /** Creates a jar with the content of a file. */
    IncomingJar receive(Path source) throws IOException {
        IncomingJar jar = receive();
        try (InputStream in = Files.newInputStream(source)) {
            jar.name(source.getFileName().toString());
            for (byte[] bytes = in.readNBytes(1 << 16); bytes.length > 0; bytes = in.readNBytes(1 << 16)) {
                jar.write(bytes);
            }
            return jar.complete();
        } catch (IOException | RuntimeException e) {
            jar.close();
            throw e;
        }
    }

    /** Returns the path of a jar. */
    Path file(String hash) {
        return folder.resolve(hash + ".jar");
    }

    /**
     * Returns the jar of a plugin, after loading it from the database if it is missing or damaged.
     *
     * @throws IOException if the disk fails, or the plugin was removed meanwhile
     */
    Path fetch(PluginRecord plugin) throws IOException {
        Path file = file(plugin.sha256());
        if (Files.exists(file) && hash(file).equals(plugin.sha256())) {
            return file;
        }
        Path incoming = Files.createTempFile(Files.createDirectories(folder), "incoming-", ".jar");
        try {
            try (OutputStream out = Files.newOutputStream(incoming)) {
                store.copyContent(plugin.sha256(), out);
            }
            if (!hash(incoming).equals(plugin.sha256())) {
                throw new IOException("its jar in the database is incomplete");
            }
            return Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /** Deletes all jars except those of these plugins. Called only at the start: later, requests may still use the others. */
    void prune(List<PluginRecord> installed) throws IOException {
        Set<String> wanted = installed.stream()
                .map(plugin -> file(plugin.sha256()).getFileName().toString())
                .collect(Collectors.toSet());
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Files.createDirectories(folder), "*.jar")) {
            for (Path jar : jars) {
                if (!wanted.contains(jar.getFileName().toString())) {
                    Files.delete(jar);
                }
            }
        }
    }

    /** Returns the SHA-256 of a file in lower-case hexadecimal digits. */
    static String hash(Path file) throws IOException {
        return MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString();
    }
}
