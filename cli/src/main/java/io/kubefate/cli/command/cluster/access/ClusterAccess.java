package io.kubefate.cli.command.cluster.access;

import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;

/** The commands of {@code kubefate cluster} that access a cluster's pods. */
public final class ClusterAccess {

    public static final List<String> NAMES = List.of("logs", "events", "exec", "open");

    private ClusterAccess() {}

    /** {@return a new command; empty if there is none with this name or alias} */
    public static Optional<Object> find(String name, CommandContext context) {
        return switch (name) {
            case "logs" -> Optional.of(new ClusterLogsCommand(context));
            case "events" -> Optional.of(new ClusterEventsCommand(context));
            case "exec" -> Optional.of(new ClusterExecCommand(context));
            case "open" -> Optional.of(new ClusterOpenCommand(context));
            default -> Optional.empty();
        };
    }
}
