package io.kubefate.cli.command.cluster.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.DryRun;
import io.kubefate.cli.command.option.ClusterFileOption;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.ServiceException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
final class ClusterValidateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterFileOption files;

    ClusterValidateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** Checks all files, whether one is invalid or not. */
    @Override
    public Integer call() {
        List<Boolean> valid = files.read(context).stream().map(this::isValid).toList();
        return valid.contains(false) ? 1 : 0;
    }

    private boolean isValid(ClusterRequest cluster) {
        try {
            DryRun result = cluster.send(
                    () -> context.client().clusters().render(cluster.args().build()));
            cluster.warn(Optional.ofNullable(result.warnings()).orElse(List.of()));
            context.print(cluster.file().origin() + " is valid.\n");
            return true;
        } catch (ServiceException e) {
            context.err().println(e.text());
            return false;
        }
    }
}
