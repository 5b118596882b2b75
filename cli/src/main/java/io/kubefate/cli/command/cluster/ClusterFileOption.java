package io.kubefate.cli.command.cluster;

import io.kubefate.api.ClusterArgs;
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

    /** {@return a request about the cluster, without options} */
    ClusterArgs.Builder request(CommandContext context) {
        ClusterFile cluster = read(context);
        return ClusterArgs.builder()
                .name(cluster.name())
                .namespace(cluster.namespace())
                .chartName(cluster.chartName())
                .chartVersion(cluster.chartVersion())
                .data(cluster.data());
    }
}
