package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterDrift;
import io.kubefate.api.ClusterInfo;
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

    public static String list(List<Cluster> clusters, Timestamps timestamps) {
        Table table = new Table("UUID", "NAME", "NAMESPACE", "REVISION", "STATUS", "CHART", "ChartVERSION", "AGE");
        clusters.forEach(cluster -> table.row(
                cluster.uuid(),
                cluster.name(),
                cluster.namespace(),
                String.valueOf(cluster.revision()),
                cluster.status(),
                cluster.chartName(),
                cluster.chartVersion(),
                timestamps.age(cluster.createdAt())));
        return table.text();
    }

    public String description(Cluster cluster) {
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
