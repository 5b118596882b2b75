package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.text.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "version",
        description = "Shows the versions of the command line and of the service.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate version", "  kubefate version -o json"})
public final class VersionCommand implements Runnable {

    private final CommandContext context;
    private final String version;

    @Mixin
    private OutputOption output;

    public VersionCommand(CommandContext context, String version) {
        this.context = requireNonNull(context, "context is null");
        this.version = requireNonNull(version, "version is null");
    }

    @Override
    public void run() {
        if (output.format() != OutputFormat.TABLE) {
            context.print(output.format(), new Versions(version, service()), Table::new);
            return;
        }
        // This line comes before anything is asked, so that it is there when the service is not.
        context.out().println("* kubefate commandLine version=" + version);
        context.out().println("* kubefate service version=" + service());
    }

    private String service() {
        try {
            return context.client().version();
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
