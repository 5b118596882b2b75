package io.kubefate.cli.command.option;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that select clusters, and jobs by their clusters. */
public final class ClusterFilters {

    @Option(names = "--status", split = ",", paramLabel = "STATUS", description = "Only with one of these statuses.")
    private List<String> statuses = List.of();

    @Option(names = "--chart", paramLabel = "NAME", description = "Only clusters of this chart, for example fate.")
    private Optional<String> chart = Optional.empty();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Only in this namespace.")
    private Optional<String> namespace = Optional.empty();

    /** {@return the values by the name of the service's filter} */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        if (!statuses.isEmpty()) {
            values.put("status", String.join(",", statuses));
        }
        chart.ifPresent(name -> values.put("chart", name));
        namespace.ifPresent(name -> values.put("namespace", name));
        return values;
    }
}
