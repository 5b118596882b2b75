package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.command.option.ReferenceConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.OutputClosedException;
import io.kubefate.cli.reference.Reference;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The commands of the program. Those of one take milliseconds to create, so only those that are needed are. */
final class CommandTree {

    private final RootCommand root;
    private final CommandContext context;

    CommandTree(RootCommand root, CommandContext context) {
        this.root = requireNonNull(root, "root is null");
        this.context = requireNonNull(context, "context is null");
    }

    CommandLine all() {
        CommandLine commands = new CommandLine(root);
        addAll(commands, new TopLevel(context, this));
        return configured(commands);
    }

    /**
     * Returns the commands that a command line needs.
     *
     * @param words the command line, in which options may be anywhere
     * @return the commands that the words name; after a command without a named subcommand, the names and descriptions of its
     *     subcommands, for its help
     */
    CommandLine named(Collection<String> words) {
        CommandLine commands = new CommandLine(root);
        addNamed(commands, new TopLevel(context, this), words);
        return configured(commands);
    }

    private CommandLine configured(CommandLine commands) {
        commands.getCommandSpec().version("kubefate " + context.version());
        inherit(commands.getCommandSpec().findOption(RootCommand.KUBECONFIG), commands);
        return commands.registerConverter(Reference.class, new ReferenceConverter())
                .setOut(context.out())
                .setErr(context.err())
                .setHelpFactory(new TerminalHelp(context))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(colors())
                .setExecutionStrategy(new Execution(commands));
    }

    private final class Execution implements IExecutionStrategy {

        private final CommandLine commands;

        Execution(CommandLine commands) {
            this.commands = commands;
        }

        /** The exceptions of commands go to the handler, those of their help do not. */
        @Override
        public int execute(ParseResult parsed) {
            commands.setColorScheme(colors()); // with the option --color
            try {
                return new RunLast().execute(parsed);
            } catch (OutputClosedException e) {
                return OutputClosedException.EXIT_CODE;
            }
        }
    }

    private ColorScheme colors() {
        return Help.defaultColorScheme(context.terminal().colors() ? Ansi.ON : Ansi.OFF);
    }

    private static void addAll(CommandLine parent, ParentCommand group) {
        for (String name : group.names()) {
            Object command = group.find(name).orElseThrow();
            CommandLine line = new CommandLine(command);
            if (command instanceof ParentCommand subgroup) {
                addAll(line, subgroup);
            }
            parent.addSubcommand(line);
        }
    }

    private static void addNamed(CommandLine parent, ParentCommand group, Collection<String> words) {
        for (String word : words) {
            Optional<Object> command = group.find(word);
            if (command.isPresent() && !parent.getSubcommands().containsKey(word)) {
                addCommand(parent, command.get(), words);
            }
        }
        if (parent.getSubcommands().isEmpty()) {
            addDescriptions(parent, group);
        }
    }

    private static void addCommand(CommandLine parent, Object command, Collection<String> words) {
        CommandLine line = new CommandLine(command);
        if (command instanceof ParentCommand subgroup) {
            addNamed(line, subgroup, words);
        }
        parent.addSubcommand(line);
    }

    private static void addDescriptions(CommandLine parent, ParentCommand group) {
        for (String name : group.names()) {
            Object command = group.find(name).orElseThrow();
            CommandSpec description = CommandSpec.wrapWithoutInspection(command);
            description.updateCommandAttributes(
                    requireNonNull(command.getClass().getAnnotation(Command.class), "not a command"),
                    CommandLine.defaultFactory());
            parent.addSubcommand(new CommandLine(description));
        }
    }

    /** Other than picocli's inheritance, leaves out commands that have the option themselves. */
    private static void inherit(OptionSpec option, CommandLine group) {
        for (CommandLine command : Set.copyOf(group.getSubcommands().values())) { // an alias is the same command
            if (!command.getCommandSpec().optionsMap().containsKey(option.longestName())) {
                command.getCommandSpec()
                        .addOption(OptionSpec.builder(option).inherited(true).build());
            }
            inherit(option, command);
        }
    }
}
