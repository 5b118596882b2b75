package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.VersionReply;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.text.Display;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "version",
        description = "Shows the versions of the command line and the service.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate version", "  kubefate version -o json"})
public final class VersionCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    public VersionCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        if (output.format().isTable()) {
            // Before the request, so that it is printed even if the service is unavailable.
            context.out().println("* kubefate commandLine version=" + context.version());
        }
        VersionReply service = service();
        context.print(
                output.format(),
                versions(service),
                Display.of(
                        service.version(),
                        () -> "* kubefate service version=" + service.version() + System.lineSeparator()));
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

    private Map<String, String> versions(VersionReply service) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("commandLine", context.version());
        versions.put("service", service.version());
        Optional.ofNullable(service.warning()).ifPresent(warning -> versions.put("warning", warning));
        return versions;
    }
}
