package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.Deadline;
import io.kubefate.cli.follow.JobFollower;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "wait",
        description = {
            "Waits until a job has ended, and shows its progress meanwhile.",
            "Neither Ctrl-C nor the end of the time stops the job. A restart of the service is waited for."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the job succeeded",
            "1:it ended otherwise (Failed, Rollback, Canceled), or cannot be looked at",
            "2:wrong usage",
            "124:it had not ended when the time was over"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job wait fe846176-0787-4879-9d27-622692ce181c",
            "  kubefate job wait fe846176-0787-4879-9d27-622692ce181c --timeout 10m"
        })
final class JobWaitCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The job's id.")
    private UUID uuid;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long to wait, for example 10m; default until the job has ended.")
    private Duration timeout;

    JobWaitCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        return new JobFollower(context).await(uuid, timeout == null ? Deadline.none() : Deadline.in(timeout));
    }
}
