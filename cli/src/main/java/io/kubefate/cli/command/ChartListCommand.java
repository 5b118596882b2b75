package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.cli.text.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kubefate chart list}. */
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the releases that can be installed.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate chart list", "  kubefate chart ls -o json"})
public final class ChartListCommand implements Runnable {

    private final Session session;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ChartListCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        List<Chart> charts = session.client().charts();
        session.print(output, charts, () -> table(charts));
    }

    private static Table table(List<Chart> charts) {
        Table table = new Table("UUID", "NAME", "VERSION", "APPVERSION", "ENGINE");
        charts.forEach(
                chart -> table.row(chart.uuid(), chart.name(), chart.version(), chart.appVersion(), chart.engine()));
        return table;
    }
}
