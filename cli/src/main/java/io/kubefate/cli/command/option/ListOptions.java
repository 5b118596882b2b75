package io.kubefate.cli.command.option;

import io.kubefate.cli.client.ListPart;
import io.kubefate.cli.client.ListQuery;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.text.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every list that the service selects and sorts. */
public final class ListOptions {

    /** The description of {@code --sort-by}, which each list has with its own fields. */
    public static final String SORT_DESCRIPTION =
            "Sort by one of ${COMPLETION-CANDIDATES}; -FIELD for descending order.";

    @Option(names = "--limit", paramLabel = "N", description = "Show at most N items.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description = "Only with this text, in any case, for example in the name or UUID.")
    private Optional<String> text = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Returns the query.
     *
     * @param sort the value of {@code --sort-by}
     * @param further filters that only some lists have
     * @throws ParameterException if the limit is not positive
     */
    public ListQuery query(Optional<String> sort, Map<String, String> further) {
        if (limit.filter(number -> number < 1).isPresent()) {
            throw new ParameterException(command.commandLine(), "--limit must be 1 or more");
        }
        Map<String, String> filters = new LinkedHashMap<>(further);
        text.ifPresent(part -> filters.put("text", part));
        return new ListQuery(limit, sort, filters);
    }

    /** Prints a part of a list, and for people how many items follow. */
    public <T> void print(
            CommandContext context, OutputFormat format, ListPart<T> part, Function<List<T>, Listing<T>> view) {
        context.print(format, part.items(), view.apply(part.items()));
        if (format.isTable() && !part.isComplete()) {
            String rest =
                    part.remaining().map(count -> "remaining items: " + count).orElse("more items follow");
            context.err().println(rest + "; to show them, use a greater --limit");
        }
    }
}
