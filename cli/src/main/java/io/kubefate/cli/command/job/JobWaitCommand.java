package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.JobSelection;
import io.kubefate.cli.command.option.TimeoutOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.JobFollower;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "wait",
        description = {
            "Waits for a job to finish, and shows its progress.",
            "Neither Ctrl-C nor the timeout stops the job. Waiting continues if the service restarts."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the job succeeded",
            "1:the job did not succeed (Failed, Rollback, Timeout, Canceled), or its status is unavailable",
            "2:invalid usage",
            "124:the job did not finish within the timeout"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate job wait fe846176", "  kubefate job wait fe846176 --timeout 10m"})
final class JobWaitCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private JobSelection job;

    @Mixin
    private TimeoutOption timeout;

    JobWaitCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        return new JobFollower(context).await(job.uuid(context), timeout.deadline());
    }
}
