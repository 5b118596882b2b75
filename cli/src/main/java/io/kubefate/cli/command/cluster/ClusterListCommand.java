package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.client.ListPart;
import io.kubefate.cli.command.option.ClusterFilters;
import io.kubefate.cli.command.option.DescendingOrder;
import io.kubefate.cli.command.option.ListOptions;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.WatchOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.ListWatch;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.view.ClusterView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the clusters.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster list",
            "  kubefate cluster ls -A -o wide",
            "  kubefate cluster list --status Failed,Unavailable --sort-by -updated",
            "  kubefate cluster list -n party-9999 --watch",
            "  kubefate cluster list -o jsonpath='{.items[*].uuid}'"
        })
final class ClusterListCommand implements Runnable {

    private final CommandContext context;

    @Option(
            names = {"-A", "--all"},
            description = "Include deleted clusters.")
    private boolean all;

    @Option(
            names = "--sort-by",
            paramLabel = "FIELD",
            preprocessor = DescendingOrder.class,
            completionCandidates = SortFields.class,
            description = ListOptions.SORT_DESCRIPTION)
    private Optional<String> sort = Optional.empty();

    @Mixin
    private ClusterFilters filters;

    @Mixin
    private ListOptions selection;

    @Mixin
    private WatchOption watch;

    @Mixin
    private OutputOption output;

    ClusterListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        if (watch.isSet()) {
            new ListWatch<>(context, output.format(), this::view).run(() -> fetch().items(), watch.deadline());
            return;
        }
        selection.print(context, output.format(), fetch(), this::view);
    }

    private ListPart<Cluster> fetch() {
        return context.client().clusters().list(all, selection.query(sort, filters.values()));
    }

    private Listing<Cluster> view(List<Cluster> clusters) {
        return ClusterView.list(clusters, context.timestamps());
    }

    static final class SortFields extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        SortFields() {
            super(List.of("created", "updated", "name", "namespace", "status"));
        }
    }
}
