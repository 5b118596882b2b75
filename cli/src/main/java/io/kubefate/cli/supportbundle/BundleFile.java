package io.kubefate.cli.supportbundle;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip that is being written. Its index lists the parts, and the missing parts with the reasons. It gets its name only when it
 * is complete, and only its owner can read it.
 */
public final class BundleFile implements AutoCloseable {

    private final List<String> present = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Path file;
    private final Path partialFile;
    private final String folder;
    private final Consumer<String> progress;
    private final ZipOutputStream zip;

    /**
     * Creates the file.
     *
     * @param progress receives the name of each part before it is read
     * @throws CommandException if the file exists or cannot be written
     */
    public BundleFile(Path file, Consumer<String> progress) {
        this.file = requireNonNull(file, "file is null");
        this.progress = requireNonNull(progress, "progress is null");
        this.partialFile = file.resolveSibling(file.getFileName() + ".part");
        this.folder = file.getFileName().toString().replaceFirst("(?i)\\.zip$", "") + "/";
        if (Files.exists(file)) {
            throw new CommandException(file + " already exists; choose another name with --output");
        }
        try {
            Files.deleteIfExists(partialFile);
            this.zip = new ZipOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(Files.createFile(partialFile, ownerOnly()))),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Adds a part. If it cannot be read or is empty, it is missing.
     *
     * @param name for example {@code clusters/a/describe.yaml}
     * @param content reads the part
     */
    public void add(String name, Supplier<String> content) {
        progress.accept(name);
        String text;
        try {
            text = content.get();
        } catch (CommandException e) {
            addMissing(name, e.getMessage());
            return;
        }
        if (text.isEmpty()) {
            addMissing(name, "empty");
            return;
        }
        write(name, text);
        present.add(String.format(Locale.ROOT, "%10d  %s", text.getBytes(StandardCharsets.UTF_8).length, name));
    }

    /**
     * Adds a missing part to the index.
     *
     * @param reason of which the first line is used
     */
    void addMissing(String name, String reason) {
        missing.add(name + ": " + reason.lines().findFirst().orElse(""));
    }

    /**
     * Writes the index and renames the complete file.
     *
     * @param introduction the first lines of the index
     * @return the number of missing parts
     */
    public int finish(String introduction) {
        StringBuilder index = new StringBuilder(introduction).append("\nParts, with sizes in bytes:\n");
        present.forEach(line -> index.append("  ").append(line).append('\n'));
        index.append("\nMissing parts, with reasons:\n");
        missing.forEach(line -> index.append("  ").append(line).append('\n'));
        write("index.txt", index.toString());
        try {
            zip.close();
            Files.move(partialFile, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
        return missing.size();
    }

    /** Deletes the file if it is not complete. */
    @Override
    public void close() {
        try {
            zip.close();
            Files.deleteIfExists(partialFile);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void write(String name, String text) {
        try {
            zip.putNextEntry(new ZipEntry(folder + name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private CommandException unwritable(IOException cause) {
        return new CommandException("cannot write " + file + ": " + cause, cause);
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
