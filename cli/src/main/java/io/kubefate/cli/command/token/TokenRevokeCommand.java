package io.kubefate.cli.command.token;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
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
        footer = {"  kubefate token revoke portal", "  kubefate token revoke 6f1e2c39"})
final class TokenRevokeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(
            paramLabel = "NAME",
            description = "The token: its name, its UUID, or the first digits (at least 4) of the UUID.")
    private Reference token;

    @Mixin
    private Confirmation confirmation;

    TokenRevokeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        UUID uuid = new Resolver(context.client()).token(token);
        if (!confirmation.isGiven(context, () -> "Revoke the token " + token.text() + "?")) {
            return 1;
        }
        context.client().tokens().revoke(uuid.toString());
        context.print("token " + uuid + " is revoked\n");
        return 0;
    }
}
