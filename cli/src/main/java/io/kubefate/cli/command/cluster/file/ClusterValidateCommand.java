package io.kubefate.cli.command.cluster.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.DryRun;
import io.kubefate.cli.command.option.ClusterFileOption;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "validate",
        description = {
            "Checks a cluster.yaml completely: keys, values, rules between them, and that the release renders it.",
            "The service needs neither Kubernetes nor its database for it. Without a service: kubefate-server render -f FILE"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster validate -f cluster.yaml", "  kubefate cluster validate -f parties/ --recursive"})
final class ClusterValidateCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private ClusterFileOption files;

    ClusterValidateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        files.read(context).forEach(this::validate);
    }

    private void validate(ClusterRequest cluster) {
        DryRun result = cluster.send(
                () -> context.client().clusters().render(cluster.args().build()));
        cluster.warn(Optional.ofNullable(result.warnings()).orElse(List.of()));
        context.print(cluster.file().origin() + " is valid.\n");
    }
}
