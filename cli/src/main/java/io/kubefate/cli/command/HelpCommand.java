package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** Unlike picocli's help command, also shows the help of commands in groups. */
@Command(
        name = "help",
        description = "Shows the help of a command.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate help", "  kubefate help cluster install"})
public final class HelpCommand implements Runnable {

    private final CommandContext context;
    private final Supplier<CommandLine> commands;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The command, for example cluster install.")
    private List<String> path = List.of();

    public HelpCommand(CommandContext context, Supplier<CommandLine> commands) {
        this.context = requireNonNull(context, "context is null");
        this.commands = requireNonNull(commands, "commands is null");
    }

    @Override
    public void run() {
        CommandLine command = commands.get();
        for (String name : path) {
            command = find(command, name);
        }
        command.usage(context.out());
        context.out().flush();
    }

    private static CommandLine find(CommandLine group, String name) {
        return Optional.ofNullable(group.getSubcommands().get(name))
                .orElseThrow(() -> new UnmatchedArgumentException(group, List.of(name)));
    }
}
