package io.kubefate.cli.command.token;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "token",
        description = "Shows, creates and revokes API tokens: long-lived tokens for programs.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate token create portal --expires 720h", "  kubefate token list"})
public final class TokenCommand {

    private TokenCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new TokenCommand())
                .addSubcommand(new TokenListCommand(context))
                .addSubcommand(new TokenCreateCommand(context))
                .addSubcommand(new TokenRevokeCommand(context));
    }
}
