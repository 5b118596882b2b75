package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description =
                "Removes a job from the list. A job that has not ended is stopped first, and an install or update is"
                        + " undone.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate job delete fe846176")
final class JobDeleteCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "JOB", description = "The UUID of the job, or its first digits (at least 4).")
    private Reference job;

    @Mixin
    private Confirmation confirmation;

    JobDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        UUID uuid = new Resolver(context.client()).job(job);
        if (!confirmation.isGiven(
                context, () -> question(context.client().jobs().find(uuid)))) {
            return 1;
        }
        context.out().println(context.client().jobs().delete(uuid));
        return 0;
    }

    private static String question(Job found) {
        String undo = found.ended() ? "" : ", which is " + found.status() + " and will be stopped and undone";
        return "Delete the " + found.method() + " job " + found.uuid() + undo + "?";
    }
}
