package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.JobStep;
import io.kubefate.cli.command.option.JobSelection;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.view.StepView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description =
                "Shows the logs of a job's steps, for example of a database migration during an upgrade. The last 256 KiB of"
                        + " each log are available once the step has finished.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate job logs fe846176", "  kubefate job logs fe846176 migrate"})
final class JobLogsCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private JobSelection job;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "STEP",
            description = "The name of a step. Default: all steps.")
    private Optional<String> name;

    @Mixin
    private OutputOption output;

    JobLogsCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<JobStep> all = context.client().jobs().steps(job.uuid(context));
        if (all.isEmpty()) {
            throw new CommandException("this job has no steps");
        }
        List<JobStep> steps = name.map(step -> named(step, all)).orElse(all);
        context.print(output.format(), steps, StepView.of(steps));
    }

    private static List<JobStep> named(String name, List<JobStep> all) {
        List<JobStep> steps =
                all.stream().filter(step -> step.name().equals(name)).toList();
        if (steps.isEmpty()) {
            throw new CommandException("this job has no step " + name + "; it has "
                    + all.stream().map(JobStep::name).collect(Collectors.joining(", ")));
        }
        return steps;
    }
}
