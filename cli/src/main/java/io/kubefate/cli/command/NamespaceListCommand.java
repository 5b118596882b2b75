package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Namespace;
import io.kubefate.cli.text.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kubefate namespace list}. */
@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the namespaces.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate namespace list", "  kubefate namespace ls -o json"})
public final class NamespaceListCommand implements Runnable {

    private final Session session;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public NamespaceListCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        List<Namespace> namespaces = session.client().namespaces();
        session.print(output, namespaces, () -> table(namespaces));
    }

    private static Table table(List<Namespace> namespaces) {
        Table table = new Table("NAME", "STATUS", "AGE");
        namespaces.forEach(namespace -> table.row(namespace.name(), namespace.status(), namespace.age()));
        return table;
    }
}
