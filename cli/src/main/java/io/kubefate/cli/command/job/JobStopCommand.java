package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "stop",
        description = "Stops a running install, update, rollback or check. All but a check then revert their changes.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate job stop fe846176")
final class JobStopCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "JOB", description = "The UUID of the job, or its first digits (at least 4).")
    private Reference job;

    JobStopCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        try {
            context.out().println(context.client().jobs().stop(new Resolver(context.client()).job(job)));
        } catch (ServiceException e) {
            throw new CommandException(e.textWithStatus(), e);
        }
    }
}
