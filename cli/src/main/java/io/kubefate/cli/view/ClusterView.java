package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterDrift;
import io.kubefate.api.ClusterInfo;
import io.kubefate.api.Times;
import io.kubefate.cli.text.Column;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import io.kubefate.cli.text.Wrap;
import io.kubefate.cli.text.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Clusters.
 *
 * @param width the maximum width of a column of text
 */
public record ClusterView(Timestamps timestamps, int width) {

    public ClusterView {
        requireNonNull(timestamps, "timestamps is null");
    }

    public static Listing<Cluster> list(List<Cluster> clusters, Timestamps timestamps) {
        return new Listing<>(
                clusters,
                List.of(
                        Column.uuid("UUID", Cluster::uuid),
                        Column.exact("NAME", Cluster::name),
                        Column.exact("NAMESPACE", Cluster::namespace),
                        Column.exact("REVISION", cluster -> String.valueOf(cluster.revision())),
                        Column.status("STATUS", Cluster::status),
                        Column.text("CHART", Cluster::chartName),
                        Column.text("ChartVERSION", Cluster::chartVersion),
                        Column.age("AGE", cluster -> timestamps.age(cluster.createdAt())),
                        Column.text("ENGINE", Cluster::engine).wide(),
                        Column.age("UPDATED", (Cluster cluster) -> timestamps.age(cluster.updatedAt()))
                                .wide(),
                        Column.exact("DRIFT", ClusterView::drift).wide()),
                ClusterView::name);
    }

    private static String name(Cluster cluster) {
        return cluster.namespace() + "/" + cluster.name();
    }

    private static String drift(Cluster cluster) {
        return Optional.ofNullable(cluster.drift())
                .map(drift -> drift.objects().isEmpty() ? "no" : drift.objects().size() + " objects")
                .orElse("-");
    }

    public Display describe(Cluster cluster) {
        return Display.of(name(cluster), () -> description(cluster));
    }

    /** {@return the cluster without the times at which it was observed, which change with each observation} */
    public static Cluster withoutObservation(Cluster cluster) {
        ClusterDrift drift = Optional.ofNullable(cluster.drift())
                .map(observed -> new ClusterDrift(observed.revision(), observed.objects(), Times.ZERO))
                .orElse(null);
        ClusterInfo info = Optional.ofNullable(cluster.info())
                .map(ClusterView::withoutObservation)
                .orElse(null);
        return cluster.toBuilder().observedAt(null).drift(drift).info(info).build();
    }

    private static ClusterInfo withoutObservation(ClusterInfo info) {
        return new ClusterInfo(
                info.dashboard(),
                info.ip(),
                info.port(),
                info.pod(),
                info.status(),
                info.modules(),
                info.reasons(),
                info.warnings(),
                Times.ZERO);
    }

    private String description(Cluster cluster) {
        Table table = new Table()
                .row("UUID", cluster.uuid())
                .row("Name", cluster.name())
                .row("NameSpace", cluster.namespace())
                .row("ChartName", cluster.chartName())
                .row("ChartVersion", cluster.chartVersion())
                .row("REVISION", String.valueOf(cluster.revision()))
                .row("Age", timestamps.age(cluster.createdAt()))
                .row("Status", cluster.status())
                .row("Spec", spec(cluster));
        Optional.ofNullable(cluster.info()).ifPresent(info -> addInfo(table, info));
        Optional.ofNullable(cluster.drift()).ifPresent(drift -> addDrift(table, drift));
        return table.text();
    }

    /** The parsed cluster.yaml. Older services omit it, but send the text. */
    private String spec(Cluster cluster) {
        Map<String, Object> spec = Optional.ofNullable(cluster.spec()).orElse(Map.of());
        return spec.isEmpty() ? cluster.values() : yaml(spec);
    }

    private void addInfo(Table table, ClusterInfo info) {
        table.row("Info", yaml(fields(info)));
        if (!info.modules().isEmpty()) {
            table.row("Pods", new PodView(timestamps).table(info.modules()).nested());
        }
        List<String> reasons = JobView.reasons(info.reasons());
        if (!reasons.isEmpty()) {
            table.row("Reasons", Wrap.wrap(String.join("\n", reasons), width));
        }
        List<String> warnings = Optional.ofNullable(info.warnings()).orElse(List.of());
        if (!warnings.isEmpty()) {
            table.row("Warnings", Wrap.wrap(String.join("\n", warnings), width));
        }
    }

    private void addDrift(Table table, ClusterDrift drift) {
        String observed = " (observed " + timestamps.age(drift.observedAt()) + " ago)";
        String text = drift.objects().isEmpty()
                ? "none" + observed
                : PlanView.objects(drift.objects()) + "to revert it, run: kubefate cluster reconcile" + observed;
        table.row("Drift", Wrap.wrap(text, width));
    }

    private static Map<String, Object> fields(ClusterInfo info) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dashboard", info.dashboard());
        fields.put("ip", info.ip());
        fields.put("port", info.port());
        fields.put("pod", info.pod());
        fields.put("status", info.status());
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    private String yaml(Object value) {
        return Yaml.dump(value, width);
    }
}
