package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.JobSelection;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.error.ServiceException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stop",
        description = "Stops a running install, update, rollback or check. All but a check then revert their changes.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate job stop fe846176", "  kubefate job stop --cluster fate-9999"})
final class JobStopCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private JobSelection job;

    JobStopCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        try {
            context.out().println(context.client().jobs().stop(job.uuid(context)));
        } catch (ServiceException e) {
            throw new CommandException(e.textWithStatus(), e);
        }
    }
}
