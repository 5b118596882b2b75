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
import io.kubefate.cli.context.Environment;
import io.kubefate.cli.reference.Reference;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The program {@code kubefate}. */
public final class Kubefate {

    private static final int HELP_WIDTH = 120;

    private final Environment environment;

    public Kubefate(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    /** Runs a command, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(new Kubefate(Environment.ofProcess()).run(arguments));
    }

    /**
     * Runs a command.
     *
     * @return the exit code: 0 on success, 1 on failure, 2 on invalid usage; the help of a command lists others
     */
    public int run(String... arguments) {
        RootCommand root = new RootCommand();
        String version = ReleaseVersion.current();
        try (CommandContext context = new CommandContext(environment, root::connection, version)) {
            ErrorHandler errors = new ErrorHandler(context);
            CommandLine commands = commands(root, context, version)
                    .setOut(context.out())
                    .setErr(context.err())
                    .setUsageHelpWidth(HELP_WIDTH)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler(errors)
                    .setParameterExceptionHandler(errors);
            int exitCode = commands.execute(arguments);
            return exitCode == 0 ? errors.afterOutput() : exitCode;
        }
    }

    private static CommandLine commands(RootCommand root, CommandContext context, String version) {
        CommandLine commands = new CommandLine(root)
                .addSubcommand(new ApplyCommand(context))
                .addSubcommand(ClusterCommand.create(context))
                .addSubcommand(JobCommand.create(context))
                .addSubcommand(ChartCommand.create(context))
                .addSubcommand(PluginCommand.create(context))
                .addSubcommand(NamespaceCommand.create(context))
                .addSubcommand(AuditCommand.create(context))
                .addSubcommand(UserCommand.create(context))
                .addSubcommand(TokenCommand.create(context))
                .addSubcommand(PermissionCommand.create(context))
                .addSubcommand(SupportBundleCommand.create(context, version))
                .addSubcommand(new LoginCommand(context))
                .addSubcommand(new LogoutCommand(context))
                .addSubcommand(new WhoamiCommand(context))
                .addSubcommand(ContextCommand.create(context))
                .addSubcommand(new DoctorCommand(context))
                .addSubcommand(new VersionCommand(context, version))
                .addSubcommand(new CompletionCommand(context))
                .addSubcommand(new CompleteCommand(context))
                .addSubcommand(new ManualCommand(context))
                .addSubcommand(new HelpCommand(context));
        commands.getCommandSpec().version("kubefate " + version);
        CommandGroups.apply(commands);
        inherit(commands.getCommandSpec().findOption(RootCommand.KUBECONFIG), commands);
        return commands.registerConverter(Reference.class, new ReferenceConverter());
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
