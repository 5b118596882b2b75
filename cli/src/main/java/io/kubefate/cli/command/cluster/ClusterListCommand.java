package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Table;
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
            description = "List deleted clusters too.")
    private boolean all;

    @Mixin
    private OutputOption output;

    ClusterListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Cluster> clusters = context.client().clusters(all);
        context.print(output.format(), clusters, () -> table(clusters));
    }

    private Table table(List<Cluster> clusters) {
        Table table = new Table("UUID", "NAME", "NAMESPACE", "REVISION", "STATUS", "CHART", "ChartVERSION", "AGE");
        clusters.forEach(cluster -> table.row(
                cluster.uuid(),
                cluster.name(),
                cluster.namespace(),
                String.valueOf(cluster.revision()),
                cluster.status(),
                cluster.chartName(),
                cluster.chartVersion(),
                context.timestamps().age(cluster.createdAt())));
        return table;
    }
}
