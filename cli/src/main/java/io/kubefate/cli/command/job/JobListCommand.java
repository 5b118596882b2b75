package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.client.ListQuery;
import io.kubefate.cli.command.option.ListOptions;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.WatchOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.ListWatch;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.view.JobView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        aliases = "ls",
        description = "Lists the jobs, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate job list --limit 20",
            "  kubefate job list --cluster fate-9999 --status Failed,Rollback",
            "  kubefate job list --watch",
            "  kubefate job ls -o yaml"
        })
final class JobListCommand implements Runnable {

    private final CommandContext context;

    @Option(
            names = "--cluster",
            paramLabel = "CLUSTER",
            description = "Only jobs of this cluster: a name, namespace/name or UUID.")
    private Optional<Reference> cluster = Optional.empty();

    @Mixin
    private ListOptions selection;

    @Mixin
    private WatchOption watch;

    @Mixin
    private OutputOption output;

    JobListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        ListQuery query = query();
        if (watch.isSet()) {
            new ListWatch<>(context, output.format(), this::view).run(() -> fetch(query), watch.deadline());
            return;
        }
        List<Job> jobs = fetch(query);
        context.print(output.format(), jobs, view(jobs));
    }

    /** A limit requires the order of the service; otherwise, the order here also serves services that do not sort. */
    private ListQuery query() {
        Map<String, String> filters =
                cluster.map(this::find).map(uuid -> Map.of("cluster", uuid)).orElse(Map.of());
        ListQuery query = selection.query(filters);
        return query.limit().isPresent() ? query.withDefaultSort("-created") : query;
    }

    private List<Job> fetch(ListQuery query) {
        List<Job> jobs = context.client().jobs().list(query);
        return query.sort().isPresent()
                ? jobs
                : jobs.stream()
                        .sorted(Comparator.comparing(Job::startTime).reversed())
                        .toList();
    }

    private String find(Reference reference) {
        return new Resolver(context.client())
                .cluster(reference, Optional.empty())
                .toString();
    }

    private Listing<Job> view(List<Job> jobs) {
        return JobView.list(jobs, context.timestamps());
    }
}
