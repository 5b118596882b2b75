package io.kubefate.cli.command.cluster.file;

import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;

/** The commands of {@code kubefate cluster} about files. */
public final class ClusterFileCommands {

    public static final List<String> NAMES = List.of("init", "validate", "schema");

    private ClusterFileCommands() {}

    /** {@return a new command; empty if there is none with this name or alias} */
    public static Optional<Object> find(String name, CommandContext context) {
        return switch (name) {
            case "init" -> Optional.of(new ClusterInitCommand(context));
            case "validate" -> Optional.of(new ClusterValidateCommand(context));
            case "schema" -> Optional.of(new ClusterSchemaCommand(context));
            default -> Optional.empty();
        };
    }
}
