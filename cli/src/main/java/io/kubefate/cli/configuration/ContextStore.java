package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;

/** Reads and writes {@code ~/.kubefate/config.yaml}. Only its owner can read the file and its folder. */
public final class ContextStore {

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
            PrivateFile secret = new PrivateFile(file);
            Path lock = secret.createFolder().resolve("config.lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                secret.write(change.apply(read()).yaml());
            }
        } catch (IOException e) {
            throw new CommandException("cannot write " + file + ": " + e, e);
        }
    }
}
