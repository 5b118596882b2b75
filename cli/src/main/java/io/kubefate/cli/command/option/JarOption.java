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

/** {@code --file} of the commands that upload a plugin. */
public final class JarOption {

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The plugin's jar.")
    private Path file;

    /**
     * Uploads the file, and shows the progress on a terminal.
     *
     * @param request sends the file and reports the number of bytes sent so far
     * @return the result of the request
     */
    public <T> T upload(CommandContext context, BiFunction<Path, LongConsumer, T> request) {
        Path jar = context.resolve(file);
        if (!Files.isRegularFile(jar)) {
            throw new CommandException(file + ": no such file");
        }
        long size = size(jar);
        try (StatusLine progress = new StatusLine(context.err(), context.terminal())) {
            return request.apply(jar, sent -> progress.show("uploading " + percent(sent, size) + "%"));
        }
    }

    private static long percent(long sent, long size) {
        return size == 0 ? 100 : Math.min(100, 100 * sent / size);
    }

    private static long size(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException e) {
            throw new CommandException("cannot read " + jar + ": " + e, e);
        }
    }
}
