package io.kubefate.cli.command.job;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Job;
import io.kubefate.cli.client.ListPart;
import io.kubefate.cli.client.ListQuery;
import io.kubefate.cli.command.option.ClusterFilters;
import io.kubefate.cli.command.option.DescendingOrder;
import io.kubefate.cli.command.option.ListOptions;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.WatchOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.follow.ListWatch;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import io.kubefate.cli.text.Listing;
import io.kubefate.cli.view.JobView;
import java.util.ArrayList;
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

    @Option(
            names = "--sort-by",
            paramLabel = "FIELD",
            preprocessor = DescendingOrder.class,
            completionCandidates = SortFields.class,
            description = ListOptions.SORT_DESCRIPTION)
    private Optional<String> sort = Optional.empty();

    @Mixin
    private ClusterFilters filters;

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
            new ListWatch<>(context, output.format(), this::view)
                    .run(() -> fetch(query).items(), watch.deadline());
            return;
        }
        selection.print(context, output.format(), fetch(query), this::view);
    }

    /** A limit requires the order of the service; otherwise, the order here also serves services that do not sort. */
    private ListQuery query() {
        Map<String, String> values = filters.values();
        cluster.map(this::find).ifPresent(uuid -> values.put("cluster", uuid));
        ListQuery query = selection.query(sort, values);
        return query.limit().isPresent() ? query.withDefaultSort("-created") : query;
    }

    private ListPart<Job> fetch(ListQuery query) {
        ListPart<Job> jobs = context.client().jobs().list(query);
        return query.sort().isPresent()
                ? jobs
                : ListPart.complete(jobs.items().stream()
                        .sorted(Comparator.comparing(Job::startTime).reversed())
                        .toList());
    }

    private String find(Reference reference) {
        return new Resolver(context.client())
                .cluster(reference, Optional.empty())
                .toString();
    }

    private Listing<Job> view(List<Job> jobs) {
        return JobView.list(jobs, context.timestamps());
    }

    static final class SortFields extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        SortFields() {
            super(List.of("created", "updated", "status", "method"));
        }
    }
}
