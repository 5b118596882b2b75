package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.text.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the jobs.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate job list", "  kubefate job ls -o yaml"})
final class JobListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private OutputOption output;

    JobListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Job> jobs = context.client().jobs().list();
        context.print(output.format(), jobs, () -> table(jobs));
    }

    private Table table(List<Job> jobs) {
        Table table = new Table("UUID", "CREATOR", "METHOD", "STATUS", "STARTTIME", "CLUSTERID", "AGE");
        jobs.forEach(job -> table.row(
                job.uuid(),
                job.creator(),
                job.method(),
                job.status(),
                context.timestamps().format(job.startTime()),
                job.clusterId(),
                context.timestamps().duration(job.startTime(), job.endTime())));
        return table;
    }
}
