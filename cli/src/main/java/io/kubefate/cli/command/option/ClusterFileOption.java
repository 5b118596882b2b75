package io.kubefate.cli.command.option;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.file.ClusterFile;
import io.kubefate.cli.file.ClusterFiles;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --file} of the commands that read cluster.yaml files. */
public final class ClusterFileOption {

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = {
                "The cluster.yaml. A file may have several documents; a directory stands for its *.yaml and *.yml files, and -"
                        + " for the input. Repeatable.",
                "kubefate chart example prints an example."
            })
    private List<String> files = List.of();

    @Option(
            names = {"-R", "--recursive"},
            description = "Also read the directories in a directory.")
    private boolean recursive;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The namespace of a cluster whose cluster.yaml has none. Default: that of the context.")
    private Optional<String> namespace = Optional.empty();

    /**
     * Reads the files.
     *
     * @return at least one, in the order of the command line; the files of a directory by name
     * @throws io.kubefate.cli.error.CommandException if a file cannot be read, or two are about the same cluster
     */
    public List<ClusterRequest> read(CommandContext context) {
        ClusterFiles reader = new ClusterFiles(
                context.environment().workingDirectory(),
                context.environment().streams().bytes().in(),
                recursive);
        List<ClusterFile> clusters = reader.read(files);
        return clusters.stream()
                .map(cluster -> namespace.map(cluster::in).orElseGet(() -> withDefault(cluster, context)))
                .map(cluster -> new ClusterRequest(context, cluster, clusters.size() == 1))
                .toList();
    }

    private static ClusterFile withDefault(ClusterFile cluster, CommandContext context) {
        return cluster.namespace().isEmpty()
                ? context.connections().namespace().map(cluster::in).orElse(cluster)
                : cluster;
    }
}
