package io.kubefate.cli.view;

import io.kubefate.api.Chart;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Table;
import java.util.List;

public final class ChartView {

    private ChartView() {}

    public static Listing<Chart> list(List<Chart> charts) {
        return new Listing<>(
                charts,
                List.of(
                        Column.uuid("UUID", Chart::uuid),
                        Column.exact("NAME", Chart::name),
                        Column.exact("VERSION", Chart::version),
                        Column.text("APPVERSION", Chart::appVersion),
                        Column.exact("ENGINE", Chart::engine),
                        Column.text("PLUGIN", Chart::plugin).wide()),
                ChartView::name);
    }

    public static Display describe(Chart chart) {
        return Display.of(name(chart), () -> description(chart));
    }

    /** A reference to the chart: without the engine, if it has none. */
    private static String name(Chart chart) {
        String version = chart.name() + "/" + chart.version();
        return chart.engine().isEmpty() ? version : version + "/" + chart.engine();
    }

    private static String description(Chart chart) {
        return new Table()
                .row("UUID", chart.uuid())
                .row("Name", chart.name())
                .row("Version", chart.version())
                .row("AppVersion", chart.appVersion())
                .row("Chart", chart.chart())
                .text();
    }
}
