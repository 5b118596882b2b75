package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.ChartCommand;
import io.kubefate.cli.command.ChartDeleteCommand;
import io.kubefate.cli.command.ChartDescribeCommand;
import io.kubefate.cli.command.ChartExampleCommand;
import io.kubefate.cli.command.ChartListCommand;
import io.kubefate.cli.command.ChartUploadCommand;
import io.kubefate.cli.command.ClusterCheckCommand;
import io.kubefate.cli.command.ClusterCommand;
import io.kubefate.cli.command.ClusterDeleteCommand;
import io.kubefate.cli.command.ClusterDescribeCommand;
import io.kubefate.cli.command.ClusterDiffCommand;
import io.kubefate.cli.command.ClusterDriftCommand;
import io.kubefate.cli.command.ClusterEventsCommand;
import io.kubefate.cli.command.ClusterExecCommand;
import io.kubefate.cli.command.ClusterHistoryCommand;
import io.kubefate.cli.command.ClusterImagesCommand;
import io.kubefate.cli.command.ClusterInstallCommand;
import io.kubefate.cli.command.ClusterListCommand;
import io.kubefate.cli.command.ClusterLogsCommand;
import io.kubefate.cli.command.ClusterOpenCommand;
import io.kubefate.cli.command.ClusterPlanCommand;
import io.kubefate.cli.command.ClusterReconcileCommand;
import io.kubefate.cli.command.ClusterRollbackCommand;
import io.kubefate.cli.command.ClusterUpdateCommand;
import io.kubefate.cli.command.CompletionCommand;
import io.kubefate.cli.command.Environment;
import io.kubefate.cli.command.HelpCommand;
import io.kubefate.cli.command.JobCommand;
import io.kubefate.cli.command.JobDeleteCommand;
import io.kubefate.cli.command.JobDescribeCommand;
import io.kubefate.cli.command.JobListCommand;
import io.kubefate.cli.command.JobLogsCommand;
import io.kubefate.cli.command.JobStopCommand;
import io.kubefate.cli.command.JobWaitCommand;
import io.kubefate.cli.command.NamespaceCommand;
import io.kubefate.cli.command.NamespaceListCommand;
import io.kubefate.cli.command.PluginCommand;
import io.kubefate.cli.command.PluginDescribeCommand;
import io.kubefate.cli.command.PluginDisableCommand;
import io.kubefate.cli.command.PluginEnableCommand;
import io.kubefate.cli.command.PluginInstallCommand;
import io.kubefate.cli.command.PluginListCommand;
import io.kubefate.cli.command.PluginRemoveCommand;
import io.kubefate.cli.command.PluginUpgradeCommand;
import io.kubefate.cli.command.Session;
import io.kubefate.cli.command.SupportBundleCollectCommand;
import io.kubefate.cli.command.SupportBundleCommand;
import io.kubefate.cli.command.SupportBundlePackCommand;
import io.kubefate.cli.command.VersionCommand;
import picocli.CommandLine;

/** The program {@code kubefate}. */
public final class Kubefate {

    private static final int HELP_WIDTH = 120;

    private final Environment environment;

    /**
     * The program in its surroundings.
     *
     * @param environment what it reads and writes besides the service
     */
    public Kubefate(Environment environment) {
        this.environment = requireNonNull(environment, "environment is null");
    }

    /**
     * Starts the program and ends the process with its exit code.
     *
     * @param arguments the command, its options and parameters
     */
    public static void main(String[] arguments) {
        System.exit(new Kubefate(Environment.ofProcess()).run(arguments));
    }

    /**
     * Runs one command.
     *
     * @param arguments the command, its options and parameters
     * @return 0 if it did what was asked, 1 if not, 2 if the arguments are wrong; other codes stand in the commands' help
     */
    public int run(String... arguments) {
        RootOptions options = new RootOptions();
        Session session = new Session(environment, options::configFile);
        Failures failures = new Failures(session);
        CommandLine commands = commands(options, session)
                .setOut(environment.out())
                .setErr(environment.err())
                .setUsageHelpWidth(HELP_WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
        return commands.execute(arguments);
    }

    private static CommandLine commands(RootOptions options, Session session) {
        String version = ReleaseVersion.current();
        CommandLine root = new CommandLine(options)
                .addSubcommand(cluster(session))
                .addSubcommand(job(session))
                .addSubcommand(chart(session))
                .addSubcommand(plugin(session))
                .addSubcommand(namespace(session))
                .addSubcommand(supportBundle(session))
                .addSubcommand(new VersionCommand(session, version))
                .addSubcommand(new CompletionCommand(session))
                .addSubcommand(new HelpCommand(session));
        root.getCommandSpec().version("kubefate " + version);
        return root;
    }

    private static CommandLine cluster(Session session) {
        return new CommandLine(new ClusterCommand())
                .addSubcommand(new ClusterListCommand(session))
                .addSubcommand(new ClusterDescribeCommand(session))
                .addSubcommand(new ClusterImagesCommand(session))
                .addSubcommand(new ClusterPlanCommand(session))
                .addSubcommand(new ClusterInstallCommand(session))
                .addSubcommand(new ClusterUpdateCommand(session))
                .addSubcommand(new ClusterHistoryCommand(session))
                .addSubcommand(new ClusterDiffCommand(session))
                .addSubcommand(new ClusterRollbackCommand(session))
                .addSubcommand(new ClusterDriftCommand(session))
                .addSubcommand(new ClusterReconcileCommand(session))
                .addSubcommand(new ClusterCheckCommand(session))
                .addSubcommand(new ClusterDeleteCommand(session))
                .addSubcommand(new ClusterLogsCommand(session))
                .addSubcommand(new ClusterEventsCommand(session))
                .addSubcommand(new ClusterExecCommand(session))
                .addSubcommand(new ClusterOpenCommand(session));
    }

    private static CommandLine job(Session session) {
        return new CommandLine(new JobCommand())
                .addSubcommand(new JobListCommand(session))
                .addSubcommand(new JobDescribeCommand(session))
                .addSubcommand(new JobWaitCommand(session))
                .addSubcommand(new JobLogsCommand(session))
                .addSubcommand(new JobStopCommand(session))
                .addSubcommand(new JobDeleteCommand(session));
    }

    private static CommandLine chart(Session session) {
        return new CommandLine(new ChartCommand())
                .addSubcommand(new ChartListCommand(session))
                .addSubcommand(new ChartDescribeCommand(session))
                .addSubcommand(new ChartExampleCommand(session))
                .addSubcommand(new ChartUploadCommand(session))
                .addSubcommand(new ChartDeleteCommand(session));
    }

    private static CommandLine plugin(Session session) {
        return new CommandLine(new PluginCommand())
                .addSubcommand(new PluginListCommand(session))
                .addSubcommand(new PluginDescribeCommand(session))
                .addSubcommand(new PluginInstallCommand(session))
                .addSubcommand(new PluginUpgradeCommand(session))
                .addSubcommand(new PluginEnableCommand(session))
                .addSubcommand(new PluginDisableCommand(session))
                .addSubcommand(new PluginRemoveCommand(session));
    }

    private static CommandLine supportBundle(Session session) {
        return new CommandLine(new SupportBundleCommand())
                .addSubcommand(new SupportBundleCollectCommand(session, ReleaseVersion.current()))
                .addSubcommand(new SupportBundlePackCommand());
    }

    private static CommandLine namespace(Session session) {
        return new CommandLine(new NamespaceCommand()).addSubcommand(new NamespaceListCommand(session));
    }
}
