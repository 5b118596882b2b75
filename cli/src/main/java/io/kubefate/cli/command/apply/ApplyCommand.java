package io.kubefate.cli.command.apply;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.cli.command.apply.Outcome.Result;
import io.kubefate.cli.command.option.ChangeOptions;
import io.kubefate.cli.command.option.ClusterFileOption;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.command.option.DurationConverter;
import io.kubefate.cli.command.option.ForceOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.context.OutputFormat;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.view.ApplyView;
import io.kubefate.cli.view.PlanView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "apply",
        description = {
            "Installs or updates clusters as needed, so that they match their cluster.yaml files.",
            "Processes the files in order, waits for each job, and reverts drift. Does nothing if all clusters match."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all clusters match their files",
            "1:a cluster failed, or with --plan, a plan is not possible",
            "2:invalid usage, or with --plan, there is something to change"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate apply -f cluster.yaml",
            "  kubefate apply -f parties/ --recursive --plan",
            "  kubefate apply -f parties/ --keep-going --timeout 30m",
            "  git show main:cluster.yaml | kubefate apply -f -"
        })
public final class ApplyCommand implements Callable<Integer> {

    private static final int FAILED = 1;
    private static final int CHANGES = 2;

    private final CommandContext context;

    @Mixin
    private ClusterFileOption file;

    @Option(names = "--plan", description = "Show the plans of all clusters, and change nothing.")
    private boolean plan;

    @Option(names = "--keep-going", description = "Continue with the next cluster if one fails.")
    private boolean keepGoing;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time limit of each job, for example 30m. Default: the limit of the service, one hour.")
    private Optional<Duration> timeout = Optional.empty();

    @Mixin
    private ChangeOptions changes;

    @Mixin
    private Confirmation confirmation;

    @Mixin
    private ForceOption force;

    public ApplyCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        List<ClusterRequest> clusters = file.read(context);
        return plan ? plan(clusters) : apply(clusters);
    }

    private int apply(List<ClusterRequest> clusters) {
        String names = clusters.stream().map(ClusterRequest::cluster).collect(Collectors.joining(", "));
        if (!changes.isConfirmed(confirmation, context, names)) {
            return FAILED;
        }
        List<Outcome> outcomes = new ArrayList<>();
        boolean failed = false;
        for (ClusterRequest cluster : clusters) {
            outcomes.add(failed && !keepGoing ? Outcome.of(cluster.cluster(), Result.SKIPPED) : apply(cluster));
            failed = outcomes.stream().anyMatch(Outcome::isFailure);
        }
        List<ApplyView.Row> rows = outcomes.stream().map(Outcome::row).toList();
        context.print(OutputFormat.TABLE, rows, ApplyView.summary(rows));
        return failed ? FAILED : 0;
    }

    private Outcome apply(ClusterRequest cluster) {
        Optional<Long> timeLimit = timeout.map(Duration::toSeconds);
        ClusterArgs args =
                changes.apply(cluster.args()).timeLimit(timeLimit.orElse(null)).build();
        try {
            return new ClusterApply(context, cluster, args, changes.rollback(timeLimit, false), force.isSet()).run();
        } catch (CommandException e) {
            context.err().println(e.text());
            return Outcome.failed(cluster.cluster(), e.text());
        }
    }

    private int plan(List<ClusterRequest> clusters) {
        List<Optional<ClusterPlan>> plans = clusters.stream().map(this::plan).toList();
        if (!plans.stream().allMatch(plan -> plan.filter(ClusterPlan::feasible).isPresent())) {
            return FAILED;
        }
        return plans.stream().flatMap(Optional::stream).anyMatch(ClusterPlan::changes) ? CHANGES : 0;
    }

    private Optional<ClusterPlan> plan(ClusterRequest cluster) {
        ClusterArgs args = changes.apply(cluster.args()).build();
        try {
            ClusterPlan plan =
                    cluster.reply(() -> context.client().clusters().plan(args)).result();
            context.print(PlanView.of(plan) + System.lineSeparator());
            return Optional.of(plan);
        } catch (CommandException e) {
            context.err().println(e.text());
            return Optional.empty();
        }
    }
}
