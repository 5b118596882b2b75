package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.JobSelection;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.view.JobView;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "describe",
        description = "Shows the progress of a job, and why it waits or failed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job describe fe846176",
            "  kubefate job describe fe846176 -o json",
            "  kubefate job describe fe846176 --watch"
        })
final class JobDescribeCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private JobSelection selection;

    @Option(
            names = {"-w", "--watch"},
            description = {
                "Show each change until the job has finished, whether it succeeds or not.",
                "With -o, print each state of the job: JSON on one line, YAML as a document."
            })
    private boolean watch;

    @Mixin
    private OutputOption output;

    JobDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        UUID uuid = selection.uuid(context);
        if (watch && !output.format().isTable()) {
            new JobFollower(context).watch(uuid, this::printState);
            return;
        }
        Job job = watch
                ? new JobFollower(context).watch(uuid)
                : context.client().jobs().find(uuid);
        context.print(output.format(), job, describe(job));
    }

    private void printState(Job job) {
        context.printItem(output.format(), job, describe(job));
    }

    private Display describe(Job job) {
        return new JobView(job, context.timestamps())
                .describe(context.terminal().textWidth());
    }
}
