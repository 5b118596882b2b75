package io.kubefate.cli.command.cluster;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.file.ClusterFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --file} of the commands that read a cluster.yaml. */
final class ClusterFileOption {

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The cluster.yaml. kubefate chart example prints an example.")
    private Path file;

    ClusterFile read(CommandContext context) {
        return ClusterFile.read(context.resolve(file));
    }
}
