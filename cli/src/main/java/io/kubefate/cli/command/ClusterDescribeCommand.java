package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Cluster;
import io.kubefate.api.ClusterDrift;
import io.kubefate.api.ClusterInfo;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Wrap;
import io.kubefate.cli.text.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kubefate cluster describe}. */
@Command(
        name = "describe",
        description = "Shows a cluster, its cluster.yaml and its live state.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster describe 27e37a60-fffb-4031-a76f-990b2ff43cf2",
            "  kubefate cluster describe 27e37a60-fffb-4031-a76f-990b2ff43cf2 -o yaml"
        })
public final class ClusterDescribeCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterDescribeCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        Cluster cluster = session.client().cluster(uuid);
        session.print(output, cluster, () -> table(cluster));
    }

    private Table table(Cluster cluster) {
        Table table = new Table()
                .row("UUID", cluster.uuid())
                .row("Name", cluster.name())
                .row("NameSpace", cluster.namespace())
                .row("ChartName", cluster.chartName())
                .row("ChartVersion", cluster.chartVersion())
                .row("REVISION", String.valueOf(cluster.revision()))
                .row("Age", session.timestamps().age(cluster.createdAt()))
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
                    Wrap.wrap(String.join("\n", reasons), session.terminal().textWidth()));
        }
    }

    private void addDrift(Table table, ClusterDrift drift) {
        String seen = " (seen " + session.timestamps().age(drift.observedAt()) + " ago)";
        String text = drift.objects().isEmpty()
                ? "none" + seen
                : PlanView.of(drift.objects()) + "put it back with: kubefate cluster reconcile" + seen;
        table.row("Drift", Wrap.wrap(text, session.terminal().textWidth()));
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
        return Yaml.dump(value, session.terminal().textWidth());
    }
}
