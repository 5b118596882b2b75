package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.CompleteCommand;
import io.kubefate.cli.command.CompletionCommand;
import io.kubefate.cli.command.DoctorCommand;
import io.kubefate.cli.command.HelpCommand;
import io.kubefate.cli.command.ManualCommand;
import io.kubefate.cli.command.VersionCommand;
import io.kubefate.cli.command.apply.ApplyCommand;
import io.kubefate.cli.command.audit.AuditCommand;
import io.kubefate.cli.command.chart.ChartCommand;
import io.kubefate.cli.command.cluster.ClusterCommand;
import io.kubefate.cli.command.context.ContextCommand;
import io.kubefate.cli.command.job.JobCommand;
import io.kubefate.cli.command.namespace.NamespaceCommand;
import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.command.option.ReferenceConverter;
import io.kubefate.cli.command.permission.PermissionCommand;
import io.kubefate.cli.command.plugin.PluginCommand;
import io.kubefate.cli.command.session.LoginCommand;
import io.kubefate.cli.command.session.LogoutCommand;
import io.kubefate.cli.command.session.WhoamiCommand;
import io.kubefate.cli.command.supportbundle.SupportBundleCommand;
import io.kubefate.cli.command.token.TokenCommand;
import io.kubefate.cli.command.user.UserCommand;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.OutputClosedException;
import io.kubefate.cli.reference.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The commands of the program. The annotations of one take a millisecond to read, so only those that are needed are created. */
final class CommandTree {

    private final RootCommand root;
    private final CommandContext context;

    CommandTree(RootCommand root, CommandContext context) {
        this.root = requireNonNull(root, "root is null");
        this.context = requireNonNull(context, "context is null");
    }

    CommandLine all() {
        return tree(command -> true);
    }

    /**
     * Returns the commands that a command line needs.
     *
     * @param words the command line, in which options may be anywhere
     * @return the commands that the words name; after a command without a named subcommand, all its subcommands, so that its help lists
     *     them
     */
    CommandLine named(Collection<String> words) {
        Set<String> names = Set.copyOf(words);
        return tree(command -> names(command).anyMatch(names::contains));
    }

    private CommandLine tree(Predicate<Object> named) {
        CommandLine commands = new CommandLine(root);
        add(commands, topLevel(), named);
        commands.getCommandSpec().version("kubefate " + context.version());
        CommandGroups.apply(commands);
        inherit(commands.getCommandSpec().findOption(RootCommand.KUBECONFIG), commands);
        return commands.registerConverter(Reference.class, new ReferenceConverter())
                .setOut(context.out())
                .setErr(context.err())
                .setHelpFactory(new TerminalHelp(context))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(colors())
                .setExecutionStrategy(parsed -> {
                    commands.setColorScheme(colors()); // with the option --color
                    return execute(parsed);
                });
    }

    /** The exceptions of commands go to the handler, those of their help do not. */
    private static int execute(ParseResult parsed) {
        try {
            return new RunLast().execute(parsed);
        } catch (OutputClosedException e) {
            return OutputClosedException.EXIT_CODE;
        }
    }

    private ColorScheme colors() {
        return Help.defaultColorScheme(context.terminal().colors() ? Ansi.ON : Ansi.OFF);
    }

    private List<Object> topLevel() {
        return List.of(
                new ApplyCommand(context),
                new ClusterCommand(context),
                new JobCommand(context),
                new ChartCommand(context),
                new PluginCommand(context),
                new NamespaceCommand(context),
                new AuditCommand(context),
                new UserCommand(context),
                new TokenCommand(context),
                new PermissionCommand(context),
                new SupportBundleCommand(context),
                new LoginCommand(context),
                new LogoutCommand(context),
                new WhoamiCommand(context),
                new ContextCommand(context),
                new DoctorCommand(context),
                new VersionCommand(context),
                new CompletionCommand(context),
                new CompleteCommand(context, this::named),
                new ManualCommand(context, this::all),
                new HelpCommand(context, this::all));
    }

    private static void add(CommandLine parent, List<Object> subcommands, Predicate<Object> named) {
        List<Object> chosen = subcommands.stream().filter(named).toList();
        for (Object subcommand : chosen.isEmpty() ? subcommands : chosen) {
            CommandLine command = new CommandLine(subcommand);
            if (!chosen.isEmpty() && subcommand instanceof ParentCommand group) {
                add(command, group.subcommands(), named);
            }
            parent.addSubcommand(command);
        }
    }

    private static Stream<String> names(Object command) {
        Command annotation = requireNonNull(command.getClass().getAnnotation(Command.class), "not a command");
        return Stream.concat(Stream.of(annotation.name()), Stream.of(annotation.aliases()));
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
