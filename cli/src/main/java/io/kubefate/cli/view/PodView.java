package io.kubefate.cli.view;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterModule;
import io.kubefate.api.ClusterPod;
import io.kubefate.api.ContainerTermination;
import io.kubefate.cli.text.Table;
import io.kubefate.cli.text.Timestamps;
import java.util.List;
import java.util.Optional;

/** The pods of a cluster, by module. */
record PodView(Timestamps timestamps) {

    PodView {
        requireNonNull(timestamps, "timestamps is null");
    }

    /** {@return a row for each pod; a module without pods has a row, too} */
    Table table(List<ClusterModule> modules) {
        Table table = new Table("MODULE", "POD", "READY", "STATUS", "RESTARTS", "AGE", "NODE", "LAST END");
        for (ClusterModule module : modules) {
            module.pods().forEach(pod -> addRow(table, module, pod));
            if (module.pods().isEmpty()) {
                table.row(module.name(), "-", "-", module.status(), "-", "-", "-", "-");
            }
        }
        return table;
    }

    private void addRow(Table table, ClusterModule module, ClusterPod pod) {
        table.row(
                module.name(),
                pod.name(),
                pod.ready() + "/" + pod.containers(),
                pod.status(),
                String.valueOf(pod.restarts()),
                timestamps.age(pod.createdAt()),
                pod.node().isEmpty() ? "-" : pod.node(),
                Optional.ofNullable(pod.lastTermination()).map(this::end).orElse("-"));
    }

    private String end(ContainerTermination termination) {
        return termination.text()
                + Optional.ofNullable(termination.at())
                        .map(at -> ", " + timestamps.age(at) + " ago")
                        .orElse("");
    }
}
