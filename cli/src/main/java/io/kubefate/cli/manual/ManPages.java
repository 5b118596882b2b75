package io.kubefate.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** One man page for each command, in the macros of man(7). */
public final class ManPages {

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\p{ASCII}]");

    private ManPages() {}

    /**
     * Returns the pages.
     *
     * @param version of the command line
     * @return the texts by file name, for example {@code kubefate-cluster-list.1}
     */
    public static Map<String, String> of(CommandSpec root, String version) {
        List<CommandPage.Entry> global = CommandPage.globalOptions(root);
        Map<String, String> pages = new TreeMap<>();
        for (CommandPage page : CommandPage.all(root)) {
            String name = page.name().replace(' ', '-');
            pages.put(name + ".1", page(page, name, global, version));
        }
        return pages;
    }

    private static String page(CommandPage page, String name, List<CommandPage.Entry> global, String version) {
        StringBuilder text = new StringBuilder();
        text.append(".TH \"%s\" 1 \"\" \"kubefate %s\" \"KubeFATE\"\n"
                .formatted(escape(name).toUpperCase(Locale.ROOT), version));
        text.append(".SH NAME\n")
                .append(escape(name))
                .append(" \\- ")
                .append(escape(page.description().get(0)))
                .append('\n');
        text.append(".SH SYNOPSIS\n.B ").append(escape(page.synopsis())).append('\n');
        text.append(".SH DESCRIPTION\n");
        page.description()
                .forEach(line -> text.append(".PP\n").append(escape(line)).append('\n'));
        text.append(section("OPTIONS", page.entries()));
        text.append(section("OPTIONS OF ALL COMMANDS", global));
        if (!page.footer().isEmpty()) {
            text.append(".SH ")
                    .append(page.footer().get(0).replace(":", "").toUpperCase(Locale.ROOT))
                    .append("\n.nf\n");
            page.footer().stream()
                    .skip(1)
                    .forEach(line -> text.append(escape(line)).append('\n'));
            text.append(".fi\n");
        }
        return text.toString();
    }

    private static String section(String title, List<CommandPage.Entry> entries) {
        if (entries.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(".SH " + title + "\n");
        entries.forEach(entry -> text.append(".TP\n.B ")
                .append(escape(entry.names()))
                .append('\n')
                .append(escape(entry.description()))
                .append('\n'));
        return text.toString();
    }

    /** A dot or a quote at the beginning of a line would be a macro, a hyphen a dash, and other characters than those of ASCII bytes. */
    private static String escape(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replaceFirst("^([.'])", "\\\\&$1");
        return NOT_ASCII
                .matcher(escaped)
                .replaceAll(
                        character -> "\\\\[u%04X]".formatted(character.group().codePointAt(0)));
    }
}
