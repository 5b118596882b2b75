package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.command.option.ListOptions;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.WatchOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.ListWatch;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.view.ClusterView;
import java.util.List;
import java.util.Map;
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
            new ListWatch<>(context, output.format(), this::view).run(this::fetch, watch.deadline());
            return;
        }
        List<Cluster> clusters = fetch();
        context.print(output.format(), clusters, view(clusters));
    }

    private List<Cluster> fetch() {
        return context.client().clusters().list(all, selection.query(Map.of()));
    }

    private Listing<Cluster> view(List<Cluster> clusters) {
        return ClusterView.list(clusters, context.timestamps());
    }
}
