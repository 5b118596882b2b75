package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        aliases = "del",
        description =
                "Removes a job from the list. A job that has not ended is stopped first, and an install or update is"
                        + " undone.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate job delete fe846176-0787-4879-9d27-622692ce181c")
final class JobDeleteCommand implements Runnable {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", description = "The UUID of the job.")
    private UUID uuid;

    JobDeleteCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        context.out().println(context.client().jobs().delete(uuid));
    }
}
