package io.kubefate.cli.command.cluster.access;

import io.kubefate.cli.context.CommandContext;
import java.util.List;

/** The commands of {@code kubefate cluster} that access a cluster's pods. */
public final class ClusterAccess {

    private ClusterAccess() {}

    public static List<Object> commands(CommandContext context) {
        return List.of(
                new ClusterLogsCommand(context),
                new ClusterEventsCommand(context),
                new ClusterExecCommand(context),
                new ClusterOpenCommand(context));
    }
}
