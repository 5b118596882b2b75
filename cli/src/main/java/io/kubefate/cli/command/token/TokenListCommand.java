package io.kubefate.cli.command.token;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ApiToken;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.TokenView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the API tokens: your own, for an administrator all. Their secrets cannot be shown again.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate token list", "  kubefate token ls -o wide"})
final class TokenListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    TokenListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<ApiToken> tokens = context.client().tokens().list();
        context.print(output.format(), tokens, new TokenView(context.timestamps()).list(tokens));
    }
}
