package io.kubefate.cli.command.permission;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RoleGrant;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.PermissionView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the roles of users and groups in the namespaces in which you may grant.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate permission list", "  kubefate permission list -n fate-9999"})
final class PermissionListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private GrantSelection selection;

    @Mixin
    private OutputOption output;

    PermissionListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<RoleGrant> grants = context.client().permissions().list().stream()
                .filter(selection::matches)
                .toList();
        context.print(output.format(), grants, new PermissionView(context.timestamps()).list(grants));
    }
}
