package io.kubefate.cli.command.cluster;

import io.kubefate.cli.command.cluster.access.ClusterAccess;
import io.kubefate.cli.command.cluster.file.ClusterFileCommands;
import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "cluster",
        description = "Installs, changes, shows and deletes FATE clusters.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster list", "  kubefate cluster install -f cluster.yaml --wait"})
public final class ClusterCommand {

    private ClusterCommand() {}

    public static CommandLine create(CommandContext context) {
        CommandLine group = new CommandLine(new ClusterCommand())
                .addSubcommand(new ClusterListCommand(context))
                .addSubcommand(new ClusterDescribeCommand(context))
                .addSubcommand(new ClusterImagesCommand(context))
                .addSubcommand(new ClusterPlanCommand(context))
                .addSubcommand(new ClusterInstallCommand(context))
                .addSubcommand(new ClusterUpdateCommand(context))
                .addSubcommand(new ClusterHistoryCommand(context))
                .addSubcommand(new ClusterDiffCommand(context))
                .addSubcommand(new ClusterRollbackCommand(context))
                .addSubcommand(new ClusterDriftCommand(context))
                .addSubcommand(new ClusterReconcileCommand(context))
                .addSubcommand(new ClusterCheckCommand(context))
                .addSubcommand(new ClusterDeleteCommand(context));
        ClusterFileCommands.commands(context).forEach(group::addSubcommand);
        ClusterAccess.commands(context).forEach(group::addSubcommand);
        return group;
    }
}
