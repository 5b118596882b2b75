package io.kubefate.cli.command.audit;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.DescendingOrder;
import io.kubefate.cli.command.option.ListOptions;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.PointInTime;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.AuditView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        aliases = "ls",
        description = {
            "Lists changes, logins, denied requests and access to pods: the newest 100, or --limit.",
            "Requires the permission to read the audit."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate audit list --user ann --since 24h",
            "  kubefate audit list --cluster fate-9999/fate-9999 -o wide",
            "  kubefate audit list --verb login --result denied --sort-by user",
            "  kubefate audit list --since 2026-01-01T00:00:00Z --until 2026-02-01T00:00:00Z --limit 10000 -o json"
        })
final class AuditListCommand implements Runnable {

    private static final int DEFAULT_LIMIT = 100;

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--user", paramLabel = "NAME", description = "Only requests of this user.")
    private Optional<String> user = Optional.empty();

    @Option(
            names = "--verb",
            paramLabel = "VERB",
            description = "Only requests with this verb, for example install, exec, login or plugin.")
    private Optional<String> verb = Optional.empty();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Only requests about this namespace.")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--cluster",
            paramLabel = "CLUSTER",
            description = "Only requests about this cluster: its name, NAMESPACE/NAME or UUID.")
    private Optional<String> cluster = Optional.empty();

    @Option(
            names = "--result",
            paramLabel = "RESULT",
            description = "Only requests with this result: ok, denied, rejected or failed.")
    private Optional<String> result = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only requests from this time on, for example 24h (before now) or 2026-01-31T12:00:00Z.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--until", paramLabel = "TIME", description = "Only requests before this time, as --since.")
    private Optional<String> until = Optional.empty();

    @Option(
            names = "--sort-by",
            paramLabel = "FIELD",
            preprocessor = DescendingOrder.class,
            completionCandidates = SortFields.class,
            description = ListOptions.SORT_DESCRIPTION)
    private Optional<String> sort = Optional.empty();

    @Mixin
    private ListOptions selection;

    @Mixin
    private OutputOption output;

    AuditListCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        selection.print(
                context,
                output.format(),
                context.client().audit().list(selection.query(sort, filters()).withDefaultLimit(DEFAULT_LIMIT)),
                new AuditView(context.timestamps())::list);
    }

    private Map<String, String> filters() {
        Map<String, String> filters = new TreeMap<>();
        user.ifPresent(value -> filters.put("user", value));
        verb.ifPresent(value -> filters.put("verb", value));
        namespace.ifPresent(value -> filters.put("namespace", value));
        cluster.ifPresent(value -> filters.put("cluster", value));
        result.ifPresent(value -> filters.put("result", value));
        since.ifPresent(value -> filters.put("since", time("--since", value)));
        until.ifPresent(value -> filters.put("until", time("--until", value)));
        return filters;
    }

    private String time(String option, String value) {
        Instant now = context.environment().clock().instant();
        return PointInTime.before(now, value)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "invalid time for " + option + ": " + value + "; use for example 24h or 2026-01-31T12:00:00Z"))
                .toString();
    }

    static final class SortFields extends ArrayList<String> {

        private static final long serialVersionUID = 1;

        SortFields() {
            super(List.of("created", "user", "namespace"));
        }
    }
}
