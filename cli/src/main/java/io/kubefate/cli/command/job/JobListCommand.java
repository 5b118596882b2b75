package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.WatchOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.ListWatch;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.view.JobView;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the jobs, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate job list", "  kubefate job ls -o yaml", "  kubefate job list --watch"})
final class JobListCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private WatchOption watch;

    @Mixin
    private OutputOption output;

    JobListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        if (watch.isSet()) {
            new ListWatch<>(context, output.format(), this::view).run(this::fetch, watch.deadline());
            return;
        }
        List<Job> jobs = fetch();
        context.print(output.format(), jobs, view(jobs));
    }

    private List<Job> fetch() {
        return context.client().jobs().list().stream()
                .sorted(Comparator.comparing(Job::startTime).reversed())
                .toList();
    }

    private Listing<Job> view(List<Job> jobs) {
        return JobView.list(jobs, context.timestamps());
    }
}
