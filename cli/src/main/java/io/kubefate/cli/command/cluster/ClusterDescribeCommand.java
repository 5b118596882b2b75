package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterDrift;
import io.kubefate.api.ClusterInfo;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Wrap;
import io.kubefate.cli.text.Yaml;
import io.kubefate.cli.view.JobView;
import io.kubefate.cli.view.PlanView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "describe",
        description = "Shows a cluster, its cluster.yaml and its live state.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster describe 27e37a60-fffb-4031-a76f-990b2ff43cf2",
            "  kubefate cluster describe 27e37a60-fffb-4031-a76f-990b2ff43cf2 -o yaml"
        })
final class ClusterDescribeCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    ClusterDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Cluster cluster = context.client().cluster(uuid);
        context.print(output.format(), cluster, () -> table(cluster));
    }

    private Table table(Cluster cluster) {
        Table table = new Table()
                .row("UUID", cluster.uuid())
                .row("Name", cluster.name())
                .row("NameSpace", cluster.namespace())
                .row("ChartName", cluster.chartName())
                .row("ChartVersion", cluster.chartVersion())
                .row("REVISION", String.valueOf(cluster.revision()))
                .row("Age", context.timestamps().age(cluster.createdAt()))
                .row("Status", cluster.status())
                .row("Spec", spec(cluster));
        Optional.ofNullable(cluster.info()).ifPresent(info -> addInfo(table, info));
        Optional.ofNullable(cluster.drift()).ifPresent(drift -> addDrift(table, drift));
        return table;
    }

    /** The parsed cluster.yaml; older services leave it out of the answer but send the text. */
    private String spec(Cluster cluster) {
        Map<String, Object> spec = Optional.ofNullable(cluster.spec()).orElse(Map.of());
        return spec.isEmpty() ? cluster.values() : yaml(spec);
    }

    private void addInfo(Table table, ClusterInfo info) {
        table.row("Info", yaml(fields(info)));
        List<String> reasons = JobView.reasons(info.reasons());
        if (!reasons.isEmpty()) {
            table.row(
                    "Reasons",
                    Wrap.wrap(String.join("\n", reasons), context.terminal().textWidth()));
        }
    }

    private void addDrift(Table table, ClusterDrift drift) {
        String seen = " (seen " + context.timestamps().age(drift.observedAt()) + " ago)";
        String text = drift.objects().isEmpty()
                ? "none" + seen
                : PlanView.of(drift.objects()) + "put it back with: kubefate cluster reconcile" + seen;
        table.row("Drift", Wrap.wrap(text, context.terminal().textWidth()));
    }

    private static Map<String, Object> fields(ClusterInfo info) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("dashboard", info.dashboard());
        fields.put("ip", info.ip());
        fields.put("port", info.port());
        fields.put("pod", info.pod());
        fields.put("status", info.status());
        fields.values().removeIf(value -> value == null);
        return fields;
    }

    private String yaml(Object value) {
        return Yaml.dump(value, context.terminal().textWidth());
    }
}
