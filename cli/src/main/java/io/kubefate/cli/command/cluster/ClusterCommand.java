package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.cluster.access.ClusterAccess;
import io.kubefate.cli.command.cluster.file.ClusterFileCommands;
import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

@Command(
        name = "cluster",
        description = "Installs, changes, shows and deletes FATE clusters.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster list", "  kubefate cluster install -f cluster.yaml --wait"})
public final class ClusterCommand implements ParentCommand {

    private static final List<String> NAMES = List.of(
            "list",
            "describe",
            "images",
            "plan",
            "install",
            "update",
            "adopt",
            "history",
            "diff",
            "rollback",
            "drift",
            "reconcile",
            "check",
            "restart",
            "delete");

    private final CommandContext context;

    public ClusterCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<String> names() {
        return Stream.of(NAMES, ClusterFileCommands.NAMES, ClusterAccess.NAMES)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new ClusterListCommand(context));
            case "describe" -> Optional.of(new ClusterDescribeCommand(context));
            case "images" -> Optional.of(new ClusterImagesCommand(context));
            case "plan" -> Optional.of(new ClusterPlanCommand(context));
            case "install" -> Optional.of(new ClusterInstallCommand(context));
            case "update" -> Optional.of(new ClusterUpdateCommand(context));
            case "adopt" -> Optional.of(new ClusterAdoptCommand(context));
            case "history" -> Optional.of(new ClusterHistoryCommand(context));
            case "diff" -> Optional.of(new ClusterDiffCommand(context));
            case "rollback" -> Optional.of(new ClusterRollbackCommand(context));
            case "drift" -> Optional.of(new ClusterDriftCommand(context));
            case "reconcile" -> Optional.of(new ClusterReconcileCommand(context));
            case "check" -> Optional.of(new ClusterCheckCommand(context));
            case "restart" -> Optional.of(new ClusterRestartCommand(context));
            case "delete", "del" -> Optional.of(new ClusterDeleteCommand(context));
            default -> ClusterFileCommands.find(name, context).or(() -> ClusterAccess.find(name, context));
        };
    }
}
