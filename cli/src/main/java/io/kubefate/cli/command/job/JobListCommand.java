package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.JobView;
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
        context.print(output.format(), jobs, JobView.list(jobs, context.timestamps()));
    }
}
