package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.ClusterArgument;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.TimeoutOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.view.CheckView;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = {
            "Checks a running cluster: connections between its modules and to other parties, and FATE's toy test if the images"
                    + " include it. The plugin of the cluster's release defines the checks.",
            "Exit code: 0 no check failed, 1 a check failed or the job failed, 124 the job did not finish within the timeout."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster check fate-9999",
            "  kubefate cluster check fate-9999 -o json",
            "  kubefate cluster check fate-9999 --timeout 10m",
            "  kubefate cluster check fate-9999 --no-wait"
        })
final class ClusterCheckCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterArgument cluster;

    @Option(
            names = "--wait",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Wait for the results; the default. With --no-wait, kubefate job describe -o json shows them later.")
    private boolean wait;

    @Mixin
    private TimeoutOption timeout;

    @Mixin
    private OutputOption output;

    ClusterCheckCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        timeout.requires("--wait", wait);
        Job accepted = context.client().clusters().check(cluster.uuid(context));
        boolean table = output.format().isTable();
        if (table) {
            context.print("create job success, job id=" + accepted.uuid() + System.lineSeparator());
        }
        if (!wait) {
            if (!table) {
                print(accepted);
            }
            return 0;
        }
        UUID uuid = UUID.fromString(accepted.uuid());
        Optional<Job> job = watch(uuid, table);
        if (job.filter(Job::ended).isEmpty()) {
            return new JobFollower(context).timeOut(uuid, job);
        }
        print(job.get());
        return job.get().succeeded() ? 0 : 1;
    }

    /** Shows progress on a terminal only; a file or a program gets the results. */
    private Optional<Job> watch(UUID job, boolean table) {
        JobFollower follower = new JobFollower(context);
        return table && context.terminal().interactive()
                ? follower.watch(job, timeout.deadline())
                : follower.watch(job, timeout.deadline(), state -> {});
    }

    private void print(Job job) {
        context.print(output.format(), job, CheckView.describe(job));
    }
}
