package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with secrets: only its owner can read it and its folder. */
record PrivateFile(Path file) {

    private static final String FOLDER_MODE = "rwx------";

    PrivateFile {
        requireNonNull(file, "file is null");
    }

    /** {@return the folder of the file, which exists then} */
    Path createFolder() throws IOException {
        Path folder = Files.createDirectories(folder(file));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER_MODE));
        }
        return folder;
    }

    /** Replaces the content. A reader sees the old file or the new one. A temporary file has mode 0600 from the start. */
    void write(String content) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file; // a link stays one
        Path temporary = Files.createTempFile(folder(target), "config", ".yaml");
        try {
            Files.writeString(temporary, content, StandardOpenOption.SYNC);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path folder(Path file) {
        return requireNonNull(file.getParent(), "a file has a folder");
    }
}
