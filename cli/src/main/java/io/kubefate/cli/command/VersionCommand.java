package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kubefate.api.VersionReply;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "version",
        description = "Shows the versions of the command line and the service.",
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
        if (output.format() == OutputFormat.TABLE) {
            // Before the request, so that it is printed even if the service is unavailable.
            context.out().println("* kubefate commandLine version=" + version);
        }
        VersionReply service = service();
        Versions versions = new Versions(version, service.version(), service.warning());
        context.print(
                output.format(),
                versions,
                () -> "* kubefate service version=" + versions.service() + System.lineSeparator());
        Optional.ofNullable(service.warning())
                .ifPresent(warning -> context.err().println("* warning: " + warning));
    }

    private VersionReply service() {
        try {
            return context.client().version();
        } catch (ServiceException e) {
            throw connectionError(e.textWithStatus(), e);
        } catch (CommandException e) {
            throw connectionError(e.getMessage(), e);
        }
    }

    private static CommandException connectionError(String reason, CommandException cause) {
        return new CommandException("* kubefate service connection error, " + reason, cause);
    }

    record Versions(
            String commandLine,
            String service,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String warning) {}
}
