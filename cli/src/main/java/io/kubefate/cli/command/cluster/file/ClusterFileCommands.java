package io.kubefate.cli.command.cluster.file;

import io.kubefate.cli.context.CommandContext;
import java.util.List;

/** The commands of {@code kubefate cluster} about files. */
public final class ClusterFileCommands {

    private ClusterFileCommands() {}

    public static List<Object> commands(CommandContext context) {
        return List.of(
                new ClusterInitCommand(context),
                new ClusterValidateCommand(context),
                new ClusterSchemaCommand(context));
    }
}
