package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists commands in groups, as kubectl does. */
final class CommandGroups implements IHelpSectionRenderer {

    private static final String OTHER = "Other Commands";

    private static final CommandGroups ROOT = new CommandGroups(List.of(
            new Group("Basic Commands", "apply", "cluster", "job", "federation", "namespace"),
            new Group("Operations", "doctor", "supportbundle"),
            new Group("Access", "login", "logout", "whoami", "context"),
            new Group("Administration", "chart", "plugin", "user", "permission", "token", "audit")));

    private static final CommandGroups CLUSTER = new CommandGroups(List.of(
            new Group("Basic Commands", "list", "describe", "install", "update", "adopt", "delete"),
            new Group("Files", "init", "validate", "schema", "plan", "images"),
            new Group("Operations", "history", "diff", "rollback", "drift", "reconcile", "check", "restart"),
            new Group("Access", "logs", "events", "exec", "open")));

    private final List<Group> groups;

    private CommandGroups(List<Group> groups) {
        this.groups = requireNonNull(groups, "groups is null");
    }

    /** Groups the commands in the help of {@code kubefate} and {@code kubefate cluster}. */
    static void apply(CommandSpec command) {
        switch (command.qualifiedName()) {
            case "kubefate" -> apply(ROOT, command);
            case "kubefate cluster" -> apply(CLUSTER, command);
            default -> {}
        }
    }

    private static void apply(CommandGroups groups, CommandSpec command) {
        Map<String, IHelpSectionRenderer> sections = command.usageMessage().sectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, groups);
    }

    @Override
    public String render(Help help) {
        Map<String, Help> rest = new TreeMap<>(); // without hidden ones; their keys have the aliases, too
        help.subcommands()
                .values()
                .forEach(command -> rest.put(command.commandSpec().name(), command));
        int width = rest.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Group group : groups) {
            List<Help> listed = new ArrayList<>();
            group.names().stream().filter(rest::containsKey).forEach(name -> listed.add(rest.remove(name)));
            text.append(section(group.title(), listed, help, width));
        }
        return text.append(section(OTHER, List.copyOf(rest.values()), help, width))
                .toString();
    }

    private static String section(String title, List<Help> commands, Help help, int width) {
        if (commands.isEmpty()) {
            return "";
        }
        int rest = help.commandSpec().usageMessage().width() - width - 4;
        TextTable table = TextTable.forColumns(
                help.colorScheme(),
                new Column(width + 4, 2, Column.Overflow.SPAN),
                new Column(rest, 2, Column.Overflow.WRAP));
        for (Help command : commands) {
            String[] description = command.commandSpec().usageMessage().description();
            table.addRowValues(command.commandSpec().name(), description.length == 0 ? "" : description[0]);
        }
        return "%n%s:%n%s".formatted(title, table);
    }

    private record Group(String title, List<String> names) {

        private Group(String title, String... names) {
            this(title, List.of(names));
        }
    }
}
