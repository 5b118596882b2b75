package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.error.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kubefate chart example}. */
@Command(
        name = "example",
        description = "Prints a cluster.yaml to start from.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart example fate v1.5.0 > cluster.yaml")
public final class ChartExampleCommand implements Runnable {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "The chart's name, for example fate.")
    private String name;

    @Parameters(index = "1", paramLabel = "VERSION", description = "The chart's version, for example v1.5.0.")
    private String version;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ChartExampleCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        String example = session.client().chartExample(name, version);
        if (example.isBlank()) {
            throw new CommandException("chart " + name + " " + version + " has no example");
        }
        session.out().print(example.endsWith("\n") ? example : example + "\n");
        session.out().flush();
    }
}
