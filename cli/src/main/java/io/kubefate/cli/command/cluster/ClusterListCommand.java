package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.ClusterView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the clusters.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster list", "  kubefate cluster ls -A", "  kubefate cluster list -o json"})
final class ClusterListCommand implements Runnable {

    private final CommandContext context;

    @Option(
            names = {"-A", "--all"},
            description = "Include deleted clusters.")
    private boolean all;

    @Mixin
    private OutputOption output;

    ClusterListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Cluster> clusters = context.client().clusters().list(all);
        context.print(output.format(), clusters, ClusterView.list(clusters, context.timestamps()));
    }
}
