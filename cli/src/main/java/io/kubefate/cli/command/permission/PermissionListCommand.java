package io.kubefate.cli.command.permission;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.DescendingOrder;
import io.kubefate.cli.command.option.ListOptions;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.PermissionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the roles of users and groups in the namespaces in which you may grant.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate permission list",
            "  kubefate permission list -n fate-9999 --sort-by subject",
            "  kubefate permission list --group ml"
        })
final class PermissionListCommand implements Runnable {

    private final CommandContext context;

    @Option(
            names = "--sort-by",
            paramLabel = "FIELD",
            preprocessor = DescendingOrder.class,
            completionCandidates = SortFields.class,
            description = ListOptions.SORT_DESCRIPTION)
    private Optional<String> sort = Optional.empty();

    @Mixin
    private GrantSelection grants;

    @Mixin
    private ListOptions selection;

    @Mixin
    private OutputOption output;

    PermissionListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        selection.print(
                context,
                output.format(),
                context.client().permissions().list(selection.query(sort, grants.filters())),
                new PermissionView(context.timestamps())::list);
    }

    static final class SortFields extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        SortFields() {
            super(List.of("created", "subject", "role", "namespace"));
        }
    }
}
