package io.kubefate.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the embedded database and of cached plugins, which only the service may read: the database contains passwords. The
 * script that starts the service sets the permissions of new files.
 */
final class DataFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;
    private final List<String> own;

    /**
     * Names a folder.
     *
     * @param own what the names of the service's files in it begin with
     */
    DataFolder(Path folder, List<String> own) {
        this.folder = folder.toAbsolutePath();
        this.own = List.copyOf(own);
    }

    /** Writes a file that only the service may read; after a crash, it is there completely or not at all. */
    static void write(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, attributes(file));
        Files.writeString(unfinished, content, StandardOpenOption.SYNC);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] attributes(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    /** Creates the folder, or withdraws the access of others to the service's files in it, and to the folder if it has no other files. */
    void protect() {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
                return;
            }
            withdraw();
        } catch (IOException e) {
            LOG.warn("others may be able to read {}: {}; run: chmod 700 {}", folder, e.toString(), folder);
        }
    }

    private void withdraw() throws IOException {
        List<Path> entries = list(folder);
        for (Path entry : entries) {
            if (isOwn(entry)) {
                withdraw(entry);
            }
        }
        if (entries.stream().allMatch(this::isOwn)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        } else if (!FOLDER.containsAll(Files.getPosixFilePermissions(folder))) {
            LOG.warn("others can list {}, which also has files of other programs; use a folder of its own", folder);
        }
    }

    private static void withdraw(Path entry) throws IOException {
        boolean isFolder = Files.isDirectory(entry);
        Files.setPosixFilePermissions(entry, isFolder ? FOLDER : FILE);
        for (Path inner : isFolder ? list(entry) : List.<Path>of()) {
            withdraw(inner);
        }
    }

    private boolean isOwn(Path entry) {
        return own.stream().anyMatch(entry.getFileName().toString()::startsWith);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
