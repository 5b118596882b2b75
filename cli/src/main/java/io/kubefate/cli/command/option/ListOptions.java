package io.kubefate.cli.command.option;

import io.kubefate.cli.client.ListQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that select and sort the items of a list. The service applies them. */
public final class ListOptions {

    @Option(names = "--limit", paramLabel = "N", description = "Show at most N items.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--sort-by",
            paramLabel = "FIELD",
            preprocessor = DescendingOrder.class,
            description = "Sort by created, updated, status, or another field that the service supports; -FIELD for"
                    + " descending order.")
    private Optional<String> sort = Optional.empty();

    @Option(names = "--status", split = ",", paramLabel = "STATUS", description = "Only with one of these statuses.")
    private List<String> statuses = List.of();

    @Option(names = "--chart", paramLabel = "NAME", description = "Only clusters of this chart, for example fate.")
    private Optional<String> chart = Optional.empty();

    @Option(names = "--text", paramLabel = "TEXT", description = "Only with this text in the name, namespace or UUID.")
    private Optional<String> text = Optional.empty();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Only in this namespace.")
    private Optional<String> namespace = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Returns the query.
     *
     * @param further filters that only some lists have
     * @throws ParameterException if the limit is not positive
     */
    public ListQuery query(Map<String, String> further) {
        if (limit.filter(number -> number < 1).isPresent()) {
            throw new ParameterException(command.commandLine(), "--limit must be 1 or more");
        }
        Map<String, String> filters = new LinkedHashMap<>(further);
        if (!statuses.isEmpty()) {
            filters.put("status", String.join(",", statuses));
        }
        chart.ifPresent(name -> filters.put("chart", name));
        text.ifPresent(part -> filters.put("text", part));
        namespace.ifPresent(name -> filters.put("namespace", name));
        return new ListQuery(limit, sort, filters);
    }
}
