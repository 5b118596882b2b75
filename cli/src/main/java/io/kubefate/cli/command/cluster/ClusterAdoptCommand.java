package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.AdoptableRelease;
import io.kubefate.api.ClusterArgs;
import io.kubefate.api.ClusterPlan;
import io.kubefate.api.Job;
import io.kubefate.api.Reply;
import io.kubefate.cli.client.ClusterClient;
import io.kubefate.cli.command.option.ChangeOptions;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.command.option.Confirmation;
import io.kubefate.cli.command.option.DataLossOption;
import io.kubefate.cli.command.option.ForceOption;
import io.kubefate.cli.command.option.NamespaceOption;
import io.kubefate.cli.command.option.OptionalFileOption;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.RecreateOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.follow.JobFollower;
import io.kubefate.cli.view.PlanView;
import io.kubefate.cli.view.ReleaseView;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adopt",
        description = {
            "Adopts a cluster that the original KubeFATE installed.",
            "Takes over the objects of its Helm release and keeps its volume claims and their data. If that fails, the objects are"
                    + " restored. The record of the release is removed at the end, so that Helm and the original KubeFATE no"
                    + " longer change the cluster.",
            "The cluster.yaml is derived from the release, unless it is given. --list shows the releases of which it must be given."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster adopt --list",
            "  kubefate cluster adopt fate-9999 -n fate-9999 --dry-run",
            "  kubefate cluster adopt fate-9999 -n fate-9999 --wait",
            "  kubefate cluster adopt fate-9999 -n fate-9999 -f cluster.yaml"
        })
final class ClusterAdoptCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RELEASE", description = "The name of the Helm release.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private NamespaceOption namespace;

    @Option(names = "--list", description = "List the Helm releases that can be adopted.")
    private boolean list;

    @Mixin
    private OutputOption output;

    @Mixin
    private OptionalFileOption file;

    @Mixin
    private RecreateOption recreate;

    @Mixin
    private DataLossOption dataLoss;

    @Mixin
    private Confirmation confirmation;

    @Mixin
    private DryRunOption dryRun;

    @Mixin
    private ForceOption force;

    @Mixin
    private JobOptions job;

    ClusterAdoptCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        return list ? list() : adopt();
    }

    private int list() {
        List<AdoptableRelease> releases = clusters().releases(namespace.name(context));
        context.print(output.format(), releases, ReleaseView.list(releases));
        return 0;
    }

    private int adopt() {
        Optional<ClusterRequest> given = file.read(context);
        ClusterArgs args = args(given);
        ClusterPlan plan = plan(given, args);
        if (dryRun.isSet()) {
            return PlanPrinter.print(context, output.format(), plan);
        }
        if (!confirmation.isGiven(context, () -> question(plan))) {
            return 1;
        }
        Reply<Job> reply = clusters().adopt(args, force.isSet());
        return new JobFollower(context).accept(reply.result(), job.waits());
    }

    private static String question(ClusterPlan plan) {
        return PlanView.of(plan) + System.lineSeparator() + "Adopt cluster " + plan.namespace() + "/" + plan.name()
                + "?";
    }

    private ClusterPlan plan(Optional<ClusterRequest> given, ClusterArgs args) {
        if (given.isPresent()) {
            return given.get().reply(() -> clusters().planAdoption(args)).result();
        }
        Reply<ClusterPlan> reply = clusters().planAdoption(args);
        context.warn(reply.warnings());
        return reply.result();
    }

    private ClusterArgs args(Optional<ClusterRequest> given) {
        return given.map(ClusterRequest::args)
                .orElseGet(ClusterArgs::builder)
                .name(name.orElseThrow(() -> new CommandException("give the name of the Helm release, or --list")))
                .namespace(namespace
                        .name(context)
                        .orElseThrow(() -> new CommandException("give the namespace of the Helm release: --namespace")))
                .timeLimit(job.timeLimit().orElse(null))
                .recreate(ChangeOptions.trueOrAbsent(recreate.isSet()))
                .acceptDataLoss(dataLoss.accepted())
                .build();
    }

    private ClusterClient clusters() {
        return context.client().clusters();
    }
}
