package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.client.ServiceException;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kubefate version}. */
@Command(
        name = "version",
        description = "Shows the versions of the command line and of the service.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate version", "  kubefate version -o json"})
public final class VersionCommand implements Runnable {

    private final Session session;
    private final String version;

    @Mixin
    private OutputOption output;

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     * @param version the command line's own version, for example {@code v3.0.0}
     */
    public VersionCommand(Session session, String version) {
        this.session = requireNonNull(session, "session is null");
        this.version = requireNonNull(version, "version is null");
    }

    @Override
    public void run() {
        if (output.format() != OutputFormat.TABLE) {
            session.print(output, new Versions(version, service()), Table::new);
            return;
        }
        // This line comes before anything is asked, so that it is there when the service is not.
        session.out().println("* kubefate commandLine version=" + version);
        session.out().println("* kubefate service version=" + service());
    }

    private String service() {
        try {
            return session.client().version();
        } catch (ServiceException e) {
            throw notConnected(e.textWithStatus(), e);
        } catch (CommandException e) {
            throw notConnected(e.getMessage(), e);
        }
    }

    private static CommandException notConnected(String reason, CommandException cause) {
        return new CommandException("* kubefate service connection error, " + reason, cause);
    }

    /**
     * What {@code -o} prints.
     *
     * @param commandLine the command line's version
     * @param service the service's version
     */
    record Versions(String commandLine, String service) {}
}
