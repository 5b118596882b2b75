package io.kubefate.cli.command.option;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.file.ClusterFile;
import io.kubefate.cli.file.ClusterFiles;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --file} of a command that can do without a cluster.yaml. */
public final class OptionalFileOption {

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The cluster.yaml; - for the input. Default: derived from the Helm release.")
    private Optional<String> file = Optional.empty();

    /**
     * Reads the file.
     *
     * @return empty if none is given
     * @throws CommandException if it cannot be read, or has more than one cluster
     */
    public Optional<ClusterRequest> read(CommandContext context) {
        return file.map(name -> new ClusterRequest(context, read(name, context), true));
    }

    private static ClusterFile read(String name, CommandContext context) {
        List<ClusterFile> clusters = new ClusterFiles(
                        context.environment().workingDirectory(),
                        context.environment().streams().bytes().in(),
                        false)
                .read(List.of(name));
        if (clusters.size() != 1) {
            throw new CommandException(name + " must have one cluster.yaml, but has " + clusters.size());
        }
        return clusters.get(0);
    }
}
