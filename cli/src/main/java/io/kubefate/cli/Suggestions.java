package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.text.EditDistance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a user may have meant by an unknown word.
 *
 * @param command the command that does not know the word
 */
record Suggestions(CommandLine command) {

    private static final int MAXIMUM_TYPOS = 2;

    /** What kubectl, helm and docker call a command. */
    private static final Map<String, List<String>> OTHER_NAMES = Map.ofEntries(
            Map.entry("get", List.of("list", "describe")),
            Map.entry("show", List.of("describe")),
            Map.entry("inspect", List.of("describe")),
            Map.entry("status", List.of("describe")),
            Map.entry("create", List.of("install")),
            Map.entry("deploy", List.of("install")),
            Map.entry("upgrade", List.of("update")),
            Map.entry("edit", List.of("update")),
            Map.entry("remove", List.of("delete")),
            Map.entry("uninstall", List.of("delete")),
            Map.entry("port-forward", List.of("open")));

    Suggestions {
        requireNonNull(command, "command is null");
    }

    /** {@return a question with the commands or options that are similar; empty if there is none} */
    Optional<String> of(String word) {
        List<String> found = word.startsWith("-") ? options(word) : commands(word);
        return Optional.of(String.join(" or ", found))
                .filter(names -> !names.isEmpty())
                .map(names -> "Did you mean: " + names + "?");
    }

    private List<String> options(String word) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .filter(name -> isSimilar(word, name))
                .toList();
    }

    /** The commands of the group, else those of {@code kubefate cluster}, which users of other tools may miss. */
    private List<String> commands(String word) {
        List<String> own = commands(command, word);
        return own.isEmpty()
                ? Optional.ofNullable(command.getSubcommands().get("cluster"))
                        .map(cluster -> commands(cluster, word))
                        .orElse(List.of())
                : own;
    }

    private static List<String> commands(CommandLine group, String word) {
        Collection<String> others = OTHER_NAMES.getOrDefault(word, List.of());
        return group.getSubcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .distinct() // an alias is the same command
                .filter(candidate -> !candidate.usageMessage().hidden())
                .filter(candidate -> others.contains(candidate.name()) || isSimilar(word, candidate))
                .map(CommandSpec::qualifiedName)
                .collect(Collectors.toList());
    }

    private static boolean isSimilar(String word, CommandSpec candidate) {
        return Stream.concat(Stream.of(candidate.name()), candidate.names().stream())
                .anyMatch(name -> isSimilar(word, name));
    }

    private static boolean isSimilar(String word, String name) {
        String letters = word.replaceFirst("^-+", "");
        String named = name.replaceFirst("^-+", "");
        int typos = Math.min(MAXIMUM_TYPOS, letters.length() / 2);
        return letters.equals(named)
                || letters.length() > 1 && named.startsWith(letters)
                || EditDistance.between(letters, named) <= typos;
    }
}
