package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description =
                "Removes a job from the list. A job that has not ended is stopped first, and an install or update is"
                        + " undone.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate job delete fe846176")
final class JobDeleteCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "JOB", description = "The UUID of the job, or its first digits (at least 4).")
    private Reference job;

    JobDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.out().println(context.client().jobs().delete(new Resolver(context.client()).job(job)));
    }
}
