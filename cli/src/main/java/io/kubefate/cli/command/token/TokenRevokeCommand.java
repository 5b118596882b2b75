package io.kubefate.cli.command.token;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.context.CommandContext;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        aliases = {"delete", "del"},
        description = "Revokes an API token: it is no longer accepted, and its streams end.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate token revoke 6f1e2c39-1d5b-4f0a-9b6c-0c6c2f4e8a11")
final class TokenRevokeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the token.")
    private UUID uuid;

    @Mixin
    private Confirmation confirmation;

    TokenRevokeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        if (!confirmation.isGiven(context, () -> "Revoke the token " + uuid + "?")) {
            return 1;
        }
        context.client().tokens().revoke(uuid.toString());
        context.print("token " + uuid + " is revoked\n");
        return 0;
    }
}
