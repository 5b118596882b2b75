package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.ParentCommand;
import io.kubefate.cli.context.CommandContext;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
        name = "job",
        description = "Shows, follows, stops and removes jobs.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job list",
            "  kubefate job describe fe846176 --watch",
            "  kubefate job wait fe846176 --timeout 10m"
        })
public final class JobCommand implements ParentCommand {

    private final CommandContext context;

    public JobCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public List<Object> subcommands() {
        return List.of(
                new JobListCommand(context),
                new JobDescribeCommand(context),
                new JobWaitCommand(context),
                new JobLogsCommand(context),
                new JobStopCommand(context),
                new JobDeleteCommand(context));
    }
}
