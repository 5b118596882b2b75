package io.kubefate.cli.command.cluster.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.DryRun;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.file.ClusterFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "validate",
        description = {
            "Checks a cluster.yaml completely: keys, values, rules between them, and that the release renders it.",
            "The service needs neither Kubernetes nor its database for it. Without a service: kubefate-server render -f FILE"
        },
        footerHeading = "%nExamples:%n",
        footer = "  kubefate cluster validate -f cluster.yaml")
final class ClusterValidateCommand implements Runnable {

    private final CommandContext context;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The cluster.yaml.")
    private Path file;

    ClusterValidateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        ClusterFile cluster = ClusterFile.read(context.resolve(file));
        ClusterArgs args = ClusterArgs.builder()
                .name(cluster.name())
                .namespace(cluster.namespace())
                .chartName(cluster.chartName())
                .chartVersion(cluster.chartVersion())
                .data(cluster.data())
                .build();
        DryRun result = context.client().clusters().render(args);
        context.warn(Optional.ofNullable(result.warnings()).orElse(List.of()));
        context.print(file + " is valid.\n");
    }
}
