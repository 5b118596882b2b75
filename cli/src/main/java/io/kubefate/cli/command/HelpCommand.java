package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kubefate help}; unlike picocli's own it knows the commands within groups. */
@Command(
        name = "help",
        description = "Shows how a command is used.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate help", "  kubefate help cluster install"})
public final class HelpCommand implements Runnable {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, for example cluster install.")
    private List<String> path = List.of();

    public HelpCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        CommandLine command = spec.root().commandLine();
        for (String name : path) {
            command = subcommand(command, name);
        }
        command.usage(context.out());
        context.out().flush();
    }

    private CommandLine subcommand(CommandLine command, String name) {
        CommandLine subcommand = command.getSubcommands().get(name);
        if (subcommand == null) {
            throw new ParameterException(command, "Unknown command '" + name + "'");
        }
        return subcommand;
    }
}
