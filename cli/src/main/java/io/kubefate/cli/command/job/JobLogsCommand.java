package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.JobStep;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description =
                "Shows what the steps of an upgrade wrote, for example a migration of the database. The end of each log is kept"
                        + " with the job, up to 256 KiB, and is there as soon as the step has ended.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job logs fe846176-0787-4879-9d27-622692ce181c",
            "  kubefate job logs fe846176-0787-4879-9d27-622692ce181c migrate"
        })
final class JobLogsCommand implements Runnable {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "UUID", converter = UuidConverter.class, description = "The job's id.")
    private UUID uuid;

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "A step's name; without it, all steps.")
    private String name;

    @Mixin
    private OutputOption output;

    JobLogsCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<JobStep> all = context.client().revisions().steps(uuid);
        List<JobStep> steps = all.stream()
                .filter(step -> name == null || step.name().equals(name))
                .toList();
        if (steps.isEmpty()) {
            throw new CommandException(
                    name == null || all.isEmpty()
                            ? "this job has no steps"
                            : "this job has no step " + name + "; it has "
                                    + String.join(
                                            ", ",
                                            all.stream().map(JobStep::name).toList()));
        }
        context.printText(output.format(), steps, () -> text(steps));
    }

    private static String text(List<JobStep> steps) {
        return steps.stream().map(JobLogsCommand::text).collect(Collectors.joining("\n"));
    }

    /** What a container wrote must not steer the terminal. */
    private static String text(JobStep step) {
        String why = step.message().isEmpty() ? "" : ": " + step.message();
        String log = step.log().isEmpty() || step.log().endsWith("\n") ? step.log() : step.log() + "\n";
        return ("==> step " + step.name() + " " + step.status() + why + " <==\n" + log)
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }
}
