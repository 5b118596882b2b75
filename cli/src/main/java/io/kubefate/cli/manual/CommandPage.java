package io.kubefate.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the help of a command says.
 *
 * @param name with the names of its groups, for example {@code kubefate cluster list}
 * @param synopsis on one line
 * @param description its lines
 * @param entries the arguments, then the options that not all commands have
 * @param footer the lines after the options, with the heading before them
 */
record CommandPage(String name, String synopsis, List<String> description, List<Entry> entries, List<String> footer) {

    private static final int DESCRIPTION_COLUMN = 4;

    CommandPage {
        description = List.copyOf(description);
        entries = List.copyOf(entries);
        footer = List.copyOf(footer);
    }

    /**
     * An argument or an option.
     *
     * @param names for example {@code -f, --file=FILE}
     */
    record Entry(String names, String description) {}

    /** Returns the pages of all commands, each group before its commands. */
    static List<CommandPage> all(CommandSpec root) {
        List<CommandPage> pages = new ArrayList<>();
        collect(root, root, pages);
        return pages;
    }

    /** Returns the options that all commands have. */
    static List<Entry> globalOptions(CommandSpec root) {
        return options(root, new Help(root, Help.defaultColorScheme(Ansi.OFF)), option -> isGlobal(root, option))
                .toList();
    }

    private static void collect(CommandSpec command, CommandSpec root, List<CommandPage> pages) {
        pages.add(of(command, root));
        command.subcommands().values().stream()
                .distinct()
                .map(CommandLine::getCommandSpec)
                .filter(sub -> !sub.usageMessage().hidden())
                .forEach(sub -> collect(sub, root, pages));
    }

    private static CommandPage of(CommandSpec command, CommandSpec root) {
        Help help = new Help(command, Help.defaultColorScheme(Ansi.OFF));
        Stream<Entry> arguments = command.positionalParameters().stream()
                .filter(argument -> !argument.hidden())
                .map(argument -> new Entry(
                        argument.paramLabel(),
                        text(help.createDefaultParameterRenderer()
                                .render(argument, help.parameterLabelRenderer(), help.colorScheme()))));
        return new CommandPage(
                command.qualifiedName(),
                synopsis(help),
                lines(command.usageMessage().description()),
                Stream.concat(arguments, options(command, help, option -> !isGlobal(root, option)))
                        .toList(),
                footer(command));
    }

    /** Without the global options, which are described once. */
    private static String synopsis(Help help) {
        return help.synopsis(0)
                .replaceAll("\\s+", " ")
                .replaceAll(" \\[--(config|context|kubeconfig|server)=\\w+]", "")
                .replace("[-h]", "")
                .replace("  ", " ")
                .strip();
    }

    private static List<String> footer(CommandSpec command) {
        String[] heading = {command.usageMessage().footerHeading().replace("%n", "")};
        List<String> lines = lines(command.usageMessage().footer());
        return lines.isEmpty()
                ? List.of()
                : Stream.concat(lines(heading).stream(), lines.stream()).toList();
    }

    /** Unlike the help, not broken at the width of a terminal. */
    private static List<String> lines(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.replace("$$", "$").replace("%n", "\n").replace("%%", "%"))
                .flatMap(String::lines)
                .map(String::stripTrailing)
                .toList();
    }

    private static Stream<Entry> options(CommandSpec command, Help help, Predicate<OptionSpec> filter) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .filter(filter)
                .sorted((first, second) -> first.longestName().compareTo(second.longestName()))
                .map(option -> new Entry(
                        names(option, help),
                        text(help.createDefaultOptionRenderer()
                                .render(option, help.parameterLabelRenderer(), help.colorScheme()))));
    }

    private static boolean isGlobal(CommandSpec root, OptionSpec option) {
        return !option.longestName().equals("--version")
                && root.optionsMap().containsKey(option.longestName())
                && (option.inherited() || option.command() == root);
    }

    private static String names(OptionSpec option, Help help) {
        String label = help.parameterLabelRenderer()
                .renderParameterLabel(option, Ansi.OFF, List.of())
                .plainString();
        return String.join(", ", option.names()) + label;
    }

    private static String text(Text[][] rows) {
        return Arrays.stream(rows)
                .map(row -> row[DESCRIPTION_COLUMN].plainString().strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
