package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.UnaryOperator;

/** Reads and writes {@code ~/.kubefate/config.yaml}. Only its owner can read the file and its folder. */
public final class ContextStore {

    private static final String FOLDER_MODE = "rwx------";

    private final Path file;

    public ContextStore(Path home) {
        this.file = requireNonNull(home, "home is null").resolve(".kubefate").resolve("config.yaml");
    }

    public Path file() {
        return file;
    }

    /**
     * Reads the file.
     *
     * @return without contexts if there is no file
     * @throws CommandException if it cannot be read
     */
    public ContextFile read() {
        try {
            return ContextFile.parse(file, Files.readString(file));
        } catch (NoSuchFileException e) {
            return ContextFile.parse(file, "");
        } catch (IOException e) {
            throw new CommandException("cannot read " + file + ": " + e, e);
        }
    }

    /**
     * Changes the file, or leaves it as it is if it cannot be read. Commands that run at the same time wait for each other.
     *
     * @throws CommandException if the file cannot be read or written
     */
    public void update(UnaryOperator<ContextFile> change) {
        try {
            Path folder = folder();
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("config.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                write(change.apply(read()).yaml());
            }
        } catch (IOException e) {
            throw new CommandException("cannot write " + file + ": " + e, e);
        }
    }

    private Path folder() throws IOException {
        Path folder = Files.createDirectories(requireNonNull(file.getParent(), "a file has a folder"));
        if (isPosix()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(FOLDER_MODE));
        }
        return folder;
    }

    /** A reader sees the old file or the new one. A temporary file has mode 0600 from the start. */
    private void write(String yaml) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file; // a link stays one
        Path temporary =
                Files.createTempFile(requireNonNull(target.getParent(), "a file has a folder"), "config", ".yaml");
        try {
            Files.writeString(temporary, yaml, StandardOpenOption.SYNC);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
