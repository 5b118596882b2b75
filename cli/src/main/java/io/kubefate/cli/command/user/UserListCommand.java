package io.kubefate.cli.command.user;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.DescendingOrder;
import io.kubefate.cli.command.option.ListOptions;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.UserView;
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
        description = "Lists the users.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate user list",
            "  kubefate user list --status Deprecate --sort-by -updated",
            "  kubefate user ls -o json"
        })
final class UserListCommand implements Runnable {

    private final CommandContext context;

    @Option(
            names = "--status",
            split = ",",
            paramLabel = "STATUS",
            description = "Only with one of these statuses: Available or Deprecate.")
    private List<String> statuses = List.of();

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

    UserListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Map<String, String> filters = statuses.isEmpty() ? Map.of() : Map.of("status", String.join(",", statuses));
        selection.print(
                context,
                output.format(),
                context.client().users().list(selection.query(sort, filters)),
                new UserView(context.timestamps())::list);
    }

    static final class SortFields extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        SortFields() {
            super(List.of("created", "updated", "name", "status"));
        }
    }
}
