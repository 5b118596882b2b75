package io.kubefate.cli.command.permission;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RoleGrant;
import io.kubefate.api.RoleGrantArgs;
import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "grant",
        description = "Grants a role to a user or group.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate permission grant --user ann --role operator -n fate-9999",
            "  kubefate permission grant --group ml --role viewer -n '*'"
        })
final class PermissionGrantCommand implements Runnable {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GrantSelection selection;

    PermissionGrantCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        if (!selection.isComplete()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--user or --group, --role and --namespace are required; -n '*' is all namespaces");
        }
        RoleGrant grant = context.client()
                .permissions()
                .grant(new RoleGrantArgs(
                        selection.group().isPresent() ? "group" : "user",
                        selection.group().or(selection::user).orElseThrow(),
                        selection.role().orElseThrow(),
                        selection.namespace().orElseThrow()));
        context.print(GrantSelection.text(grant) + " is granted\n");
    }
}
