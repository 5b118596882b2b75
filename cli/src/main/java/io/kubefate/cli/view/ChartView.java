package io.kubefate.cli.view;

import io.kubefate.api.Chart;
import io.kubefate.cli.text.Table;
import java.util.List;

public final class ChartView {

    private ChartView() {}

    public static String list(List<Chart> charts) {
        Table table = new Table("UUID", "NAME", "VERSION", "APPVERSION", "ENGINE");
        charts.forEach(
                chart -> table.row(chart.uuid(), chart.name(), chart.version(), chart.appVersion(), chart.engine()));
        return table.text();
    }

    public static String description(Chart chart) {
        return new Table()
                .row("UUID", chart.uuid())
                .row("Name", chart.name())
                .row("Version", chart.version())
                .row("AppVersion", chart.appVersion())
                .row("Chart", chart.chart())
                .text();
    }
}
