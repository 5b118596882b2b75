package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.JobSelection;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.TimeoutOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.text.Display;
import io.kubefate.cli.view.JobView;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
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
            "  kubefate job describe fe846176 --watch",
            "  kubefate job describe --cluster fate-9999 --watch --timeout 10m"
        })
final class JobDescribeCommand implements Callable<Integer> {

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
    private TimeoutOption timeout;

    @Mixin
    private OutputOption output;

    JobDescribeCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        timeout.requires("--watch", watch);
        UUID uuid = selection.uuid(context);
        return watch ? watch(uuid) : show(context.client().jobs().find(uuid));
    }

    private int watch(UUID uuid) {
        JobFollower follower = new JobFollower(context);
        boolean table = output.format().isTable();
        Optional<Job> last = table
                ? follower.watch(uuid, timeout.deadline())
                : follower.watch(uuid, timeout.deadline(), this::printState);
        if (last.filter(Job::ended).isEmpty()) {
            return follower.timeOut(uuid, last);
        }
        return table ? show(last.get()) : 0;
    }

    private int show(Job job) {
        context.print(output.format(), job, describe(job));
        return 0;
    }

    private void printState(Job job) {
        context.printItem(output.format(), job, describe(job));
    }

    private Display describe(Job job) {
        return new JobView(job, context.timestamps())
                .describe(context.terminal().textWidth());
    }
}
