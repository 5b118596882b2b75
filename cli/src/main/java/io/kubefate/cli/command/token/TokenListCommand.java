package io.kubefate.cli.command.token;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.DescendingOrder;
import io.kubefate.cli.command.option.ListOptions;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.TokenView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the API tokens: your own, for an administrator all. Their secrets cannot be shown again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate token list",
            "  kubefate token list --user robot --sort-by expires",
            "  kubefate token ls -o wide"
        })
final class TokenListCommand implements Runnable {

    private final CommandContext context;

    @Option(names = "--user", paramLabel = "USER", description = "Only tokens of this user.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--sort-by",
            paramLabel = "FIELD",
            preprocessor = DescendingOrder.class,
            completionCandidates = SortFields.class,
            description = ListOptions.SORT_DESCRIPTION)
    private Optional<String> sort = Optional.empty();

    @Mixin
    private ListOptions selection;

    @Mixin
    private OutputOption output;

    TokenListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Map<String, String> filters = user.map(name -> Map.of("user", name)).orElse(Map.of());
        selection.print(
                context,
                output.format(),
                context.client().tokens().list(selection.query(sort, filters)),
                new TokenView(context.timestamps())::list);
    }

    static final class SortFields extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        SortFields() {
            super(List.of("created", "expires", "name", "user"));
        }
    }
}
