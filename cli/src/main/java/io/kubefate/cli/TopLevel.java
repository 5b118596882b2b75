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
import io.kubefate.cli.command.federation.FederationCommand;
import io.kubefate.cli.command.job.JobCommand;
import io.kubefate.cli.command.namespace.NamespaceCommand;
import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.command.permission.PermissionCommand;
import io.kubefate.cli.command.plugin.PluginCommand;
import io.kubefate.cli.command.session.LoginCommand;
import io.kubefate.cli.command.session.LogoutCommand;
import io.kubefate.cli.command.session.WhoamiCommand;
import io.kubefate.cli.command.supportbundle.SupportBundleCommand;
import io.kubefate.cli.command.token.TokenCommand;
import io.kubefate.cli.command.user.UserCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;

/** The commands of {@code kubefate}. */
final class TopLevel implements ParentCommand {

    private final CommandContext context;
    private final CommandTree tree;

    /**
     * The commands.
     *
     * @param tree for the commands about commands
     */
    TopLevel(CommandContext context, CommandTree tree) {
        this.context = requireNonNull(context, "context is null");
        this.tree = requireNonNull(tree, "tree is null");
    }

    @Override
    public List<String> names() {
        return List.of(
                "apply",
                "cluster",
                "job",
                "chart",
                "plugin",
                "namespace",
                "federation",
                "audit",
                "user",
                "token",
                "permission",
                "supportbundle",
                "login",
                "logout",
                "whoami",
                "context",
                "doctor",
                "version",
                "completion",
                "__complete",
                "__manual",
                "help");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "apply" -> Optional.of(new ApplyCommand(context));
            case "cluster" -> Optional.of(new ClusterCommand(context));
            case "job" -> Optional.of(new JobCommand(context));
            case "chart" -> Optional.of(new ChartCommand(context));
            case "plugin" -> Optional.of(new PluginCommand(context));
            case "namespace" -> Optional.of(new NamespaceCommand(context));
            case "federation" -> Optional.of(new FederationCommand(context));
            case "audit" -> Optional.of(new AuditCommand(context));
            case "user" -> Optional.of(new UserCommand(context));
            case "token" -> Optional.of(new TokenCommand(context));
            case "permission" -> Optional.of(new PermissionCommand(context));
            case "supportbundle" -> Optional.of(new SupportBundleCommand(context));
            case "login" -> Optional.of(new LoginCommand(context));
            case "logout" -> Optional.of(new LogoutCommand(context));
            case "whoami" -> Optional.of(new WhoamiCommand(context));
            case "context" -> Optional.of(new ContextCommand(context));
            case "doctor" -> Optional.of(new DoctorCommand(context));
            case "version" -> Optional.of(new VersionCommand(context));
            case "completion" -> Optional.of(new CompletionCommand(context));
            case "__complete" -> Optional.of(new CompleteCommand(context, tree::named));
            case "__manual" -> Optional.of(new ManualCommand(context, tree::all));
            case "help" -> Optional.of(new HelpCommand(context, tree::all));
            default -> Optional.empty();
        };
    }
}
