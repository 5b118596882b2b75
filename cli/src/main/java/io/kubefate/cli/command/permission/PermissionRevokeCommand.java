package io.kubefate.cli.command.permission;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RoleGrant;
import io.kubefate.cli.client.ListQuery;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "revoke",
        description = {"Revokes a role of a user or group.", "Open streams that it permitted end within seconds."},
        footerHeading = "%nExamples:%n",
        footer = "  kubefate permission revoke --user ann --role operator -n fate-9999")
final class PermissionRevokeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Mixin
    private GrantSelection selection;

    @Mixin
    private Confirmation confirmation;

    PermissionRevokeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        if (!selection.isComplete()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--user or --group, --role and --namespace are required; -n '*' is all namespaces");
        }
        RoleGrant grant = context.client().permissions().list(ListQuery.of(selection.filters())).items().stream()
                .findFirst()
                .orElseThrow(
                        () -> new CommandException("there is no such role; kubefate permission list shows the roles"));
        if (!confirmation.isGiven(context, () -> "Revoke " + GrantSelection.text(grant) + "?")) {
            return 1;
        }
        context.client().permissions().revoke(grant);
        context.print(GrantSelection.text(grant) + " is revoked\n");
        return 0;
    }
}
