package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stop",
        description = "Stops a running install, update, rollback or check. All but a check then revert their changes.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate job stop fe846176-0787-4879-9d27-622692ce181c")
final class JobStopCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the job.")
    private UUID uuid;

    JobStopCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        try {
            context.out().println(context.client().jobs().stop(uuid));
        } catch (ServiceException e) {
            throw new CommandException(e.textWithStatus(), e);
        }
    }
}
