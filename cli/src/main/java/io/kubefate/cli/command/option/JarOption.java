package io.kubefate.cli.command.option;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.follow.StatusLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.LongConsumer;
import picocli.CommandLine.Option;

/** The option of every command that sends a plugin. */
public final class JarOption {

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The plugin's jar.")
    private Path file;

    /**
     * Sends the file; at a terminal one sees how far it is.
     *
     * @param upload sends a file and tells how many bytes were sent so far
     * @return what it gives
     * @throws CommandException if there is no such file
     */
    public <T> T send(CommandContext context, BiFunction<Path, LongConsumer, T> upload) {
        Path jar = context.environment().workingDirectory().resolve(file);
        if (!Files.isRegularFile(jar)) {
            throw new CommandException(file + ": there is no such file");
        }
        StatusLine progress = new StatusLine(context.err(), context.terminal().interactive(), size(jar));
        try {
            return upload.apply(jar, progress);
        } finally {
            progress.close();
        }
    }

    private static long size(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new CommandException(jar + " cannot be read: " + e, e);
        }
    }
}
