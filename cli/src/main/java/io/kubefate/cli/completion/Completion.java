package io.kubefate.cli.completion;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Finds the words that can follow in an unfinished command line. */
public final class Completion {

    private final CommandSpec root;
    private final NameSource names;

    public Completion(CommandSpec root, NameSource names) {
        this.root = requireNonNull(root, "root is null");
        this.names = requireNonNull(names, "names is null");
    }

    /** Names that the service or the configuration knows. */
    @FunctionalInterface
    public interface NameSource {

        /**
         * Returns names.
         *
         * @param label what the argument is: its label in the help, for example {@code CLUSTER}
         * @param arguments the arguments before it, of which the first one may be the cluster that has it
         * @param options the options before it
         * @return empty if there are no names of this label, or they are not available
         */
        List<String> names(String label, List<String> arguments, Map<String, String> options);
    }

    /**
     * Returns the candidates for the last word.
     *
     * @param words after the name of the program; the last one is what is typed so far, often empty
     * @return each with a TAB and a description, if it has one; empty where a shell completes file names
     */
    public List<String> complete(List<String> words) {
        String typed = words.isEmpty() ? "" : words.get(words.size() - 1);
        Position position = Position.after(root, words.isEmpty() ? List.of() : words.subList(0, words.size() - 1));
        if (position.option().isPresent()) {
            return starting(
                    typed.equals("=") ? "" : typed, values(position.option().get(), position));
        }
        if (typed.startsWith("--") && typed.contains("=")) {
            return valuesOf(typed, position);
        }
        if (typed.startsWith("-")) {
            return starting(typed, options(position.command()));
        }
        return starting(typed, arguments(position));
    }

    private List<String> valuesOf(String typed, Position position) {
        String name = typed.substring(0, typed.indexOf('='));
        return Optional.ofNullable(position.command().findOption(name))
                .map(option -> values(option, position))
                .orElse(Stream.of())
                .map(value -> name + "=" + value)
                .filter(value -> value.startsWith(typed))
                .toList();
    }

    private Stream<String> arguments(Position position) {
        CommandSpec command = position.command();
        if (!command.subcommands().isEmpty() && position.arguments().isEmpty()) {
            return subcommands(command);
        }
        return command.positionalParameters().stream()
                .filter(argument ->
                        argument.index().contains(position.arguments().size()))
                .filter(argument -> !argument.hidden())
                .findFirst()
                .map(argument -> values(argument, position))
                .orElse(Stream.of());
    }

    private Stream<String> values(ArgSpec argument, Position position) {
        if (argument.completionCandidates() != null) {
            return StreamSupport.stream(argument.completionCandidates().spliterator(), false);
        }
        String label = argument.paramLabel().replaceAll("[\\[\\]<>.]", "");
        List<String> before = argument instanceof PositionalParamSpec ? position.arguments() : List.of();
        return names.names(label, before, position.options()).stream();
    }

    /** Each command once, by its name and not by its aliases. */
    private static Stream<String> subcommands(CommandSpec command) {
        return command.subcommands().values().stream()
                .distinct()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> !sub.usageMessage().hidden())
                .map(sub -> sub.name() + "\t" + first(sub.usageMessage().description()));
    }

    private static Stream<String> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> option.longestName() + "\t" + first(option.description()));
    }

    private static String first(String... description) {
        String text = description.length == 0 ? "" : description[0];
        return text.replaceAll("\\$\\{.*?}", "").replaceAll("[.:] .*|\\.$", "");
    }

    private static List<String> starting(String typed, Stream<String> candidates) {
        return candidates
                .filter(candidate -> candidate.startsWith(typed))
                .sorted()
                .toList();
    }
}
