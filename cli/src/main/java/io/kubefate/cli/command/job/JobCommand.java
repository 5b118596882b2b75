package io.kubefate.cli.command.job;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
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
public final class JobCommand {

    private JobCommand() {}

    public static CommandLine create(CommandContext context) {
        return new CommandLine(new JobCommand())
                .addSubcommand(new JobListCommand(context))
                .addSubcommand(new JobDescribeCommand(context))
                .addSubcommand(new JobWaitCommand(context))
                .addSubcommand(new JobLogsCommand(context))
                .addSubcommand(new JobStopCommand(context))
                .addSubcommand(new JobDeleteCommand(context));
    }
}
