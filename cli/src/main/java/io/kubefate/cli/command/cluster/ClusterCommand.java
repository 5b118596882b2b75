package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.cluster.access.ClusterAccess;
import io.kubefate.cli.command.cluster.file.ClusterFileCommands;
import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
        name = "cluster",
        description = "Installs, changes, shows and deletes FATE clusters.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster list", "  kubefate cluster install -f cluster.yaml --wait"})
public final class ClusterCommand implements ParentCommand {

    private final CommandContext context;

    public ClusterCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<Object> subcommands() {
        return Stream.of(
                        List.of(
                                new ClusterListCommand(context),
                                new ClusterDescribeCommand(context),
                                new ClusterImagesCommand(context),
                                new ClusterPlanCommand(context),
                                new ClusterInstallCommand(context),
                                new ClusterUpdateCommand(context),
                                new ClusterAdoptCommand(context),
                                new ClusterHistoryCommand(context),
                                new ClusterDiffCommand(context),
                                new ClusterRollbackCommand(context),
                                new ClusterDriftCommand(context),
                                new ClusterReconcileCommand(context),
                                new ClusterCheckCommand(context),
                                new ClusterDeleteCommand(context)),
                        ClusterFileCommands.commands(context),
                        ClusterAccess.commands(context))
                .flatMap(List::stream)
                .toList();
    }
}
