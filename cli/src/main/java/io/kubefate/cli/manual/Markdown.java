package io.kubefate.cli.manual;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** All commands on one page of Markdown. */
public final class Markdown {

    private Markdown() {}

    /** {@return the text of docs/cli.md} */
    public static String of(CommandSpec root) {
        List<CommandPage> pages = CommandPage.all(root);
        StringBuilder text = new StringBuilder("""
                # Command line reference

                This page is generated from the commands. The [user guide](user-guide.md) explains the tasks.

                | Command | Description |
                |---|---|
                """);
        pages.forEach(page -> text.append("| [%s](#%s) | %s |\n"
                .formatted(
                        page.name(),
                        page.name().replace(' ', '-'),
                        cell(page.description().get(0)))));
        text.append("\n## Options of all commands\n\n").append(table(CommandPage.globalOptions(root)));
        pages.forEach(page -> text.append(section(page)));
        return text.toString();
    }

    private static String section(CommandPage page) {
        String entries = page.entries().isEmpty() ? "" : "\n" + table(page.entries());
        return "\n## " + page.name() + "\n\n    " + page.synopsis() + "\n\n"
                + escape(String.join("\n\n", page.description())) + "\n" + entries + footer(page);
    }

    private static String footer(CommandPage page) {
        if (page.footer().isEmpty()) {
            return "";
        }
        return "\n" + page.footer().get(0) + "\n\n"
                + page.footer().stream()
                        .skip(1)
                        .map(line -> line.isEmpty() ? "" : "    " + line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String table(List<CommandPage.Entry> entries) {
        return "| Argument or option | Description |\n|---|---|\n"
                + entries.stream()
                        .map(entry -> "| `%s` | %s |\n"
                                .formatted(entry.names().replace("|", "\\|"), cell(entry.description())))
                        .collect(Collectors.joining());
    }

    private static String cell(String text) {
        return escape(text).replace("|", "\\|");
    }

    private static String escape(String text) {
        return text.replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
    }
}
