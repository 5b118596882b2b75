package io.kubefate.cli.command.token;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "token",
        description = "Shows, creates and revokes API tokens: long-lived tokens for programs.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate token create portal --expires 720h", "  kubefate token list"})
public final class TokenCommand implements ParentCommand {

    private final CommandContext context;

    public TokenCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<String> names() {
        return List.of("list", "create", "revoke");
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "list", "ls" -> Optional.of(new TokenListCommand(context));
            case "create" -> Optional.of(new TokenCreateCommand(context));
            case "revoke", "delete", "del" -> Optional.of(new TokenRevokeCommand(context));
            default -> Optional.empty();
        };
    }
}
