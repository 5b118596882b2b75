package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.cli.text.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubefate cluster list}. */
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the clusters.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate cluster list", "  kubefate cluster ls -A", "  kubefate cluster list -o json"})
public final class ClusterListCommand implements Runnable {

    private final Session session;

    @Option(
            names = {"-A", "--all"},
            description = "List deleted clusters too.")
    private boolean all;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterListCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        List<Cluster> clusters = session.client().clusters(all);
        session.print(output, clusters, () -> table(clusters));
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
                session.timestamps().age(cluster.createdAt())));
        return table;
    }
}
