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
 * A zip that is being written. Its index says what is in it, what could not be read and why. It gets its name only when it is
 * complete, and its owner alone may read it.
 */
public final class BundleFile implements AutoCloseable {

    private final List<String> present = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Path file;
    private final Path part;
    private final String folder;
    private final Consumer<String> progress;
    private final ZipOutputStream zip;

    /**
     * Begins a bundle.
     *
     * @param file where it is to be
     * @param progress told the name of each part before it is read
     * @throws CommandException if there is such a file already, or it cannot be written
     */
    public BundleFile(Path file, Consumer<String> progress) {
        this.file = requireNonNull(file, "file is null");
        this.progress = requireNonNull(progress, "progress is null");
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.folder = file.getFileName().toString().replaceFirst("(?i)\\.zip$", "") + "/";
        if (Files.exists(file)) {
            throw new CommandException(file + " exists already; choose another name with --output");
        }
        try {
            Files.deleteIfExists(part);
            this.zip = new ZipOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(Files.createFile(part, ownersAlone()))),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Adds a part. One that cannot be read is noted in the index instead.
     *
     * @param name its name in the bundle, for example {@code clusters/a/describe.yaml}
     * @param content reads it; empty text is left out and noted
     */
    public void add(String name, Supplier<String> content) {
        progress.accept(name);
        String text;
        try {
            text = content.get();
        } catch (CommandException e) {
            miss(name, e.getMessage());
            return;
        }
        if (text.isEmpty()) {
            miss(name, "empty");
            return;
        }
        write(name, text);
        present.add(String.format(Locale.ROOT, "%10d  %s", text.getBytes(StandardCharsets.UTF_8).length, name));
    }

    /**
     * Notes that something is not there.
     *
     * @param name what
     * @param reason why
     */
    public void miss(String name, String reason) {
        missing.add(name + ": " + reason.lines().findFirst().orElse(""));
    }

    /**
     * Writes the index and gives the bundle its name.
     *
     * @param introduction the first lines of the index
     * @return how many parts could not be read
     */
    public int finish(String introduction) {
        StringBuilder index = new StringBuilder(introduction).append("\nIn it, with bytes:\n");
        present.forEach(line -> index.append("  ").append(line).append('\n'));
        index.append("\nNot in it, and why:\n");
        missing.forEach(line -> index.append("  ").append(line).append('\n'));
        write("index.txt", index.toString());
        try {
            zip.close();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
        return missing.size();
    }

    /** Removes what is not finished. */
    @Override
    public void close() {
        try {
            zip.close();
            Files.deleteIfExists(part);
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
        return new CommandException(file + " cannot be written: " + cause, cause);
    }

    private FileAttribute<?>[] ownersAlone() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
