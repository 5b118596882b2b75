package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RevisionDiff;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.PlanView;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = "Shows in what two revisions of a cluster differ; passwords are hidden.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster diff 27e37a60-fffb-4031-a76f-990b2ff43cf2 1",
            "  kubefate cluster diff 27e37a60-fffb-4031-a76f-990b2ff43cf2 1 3"
        })
final class ClusterDiffCommand implements Runnable {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Parameters(index = "1", paramLabel = "REV", description = "A revision, as in kubefate cluster history.")
    private int from;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "REV",
            description = "Another one; default what the cluster has now.")
    private Integer to;

    @Mixin
    private OutputOption output;

    ClusterDiffCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        RevisionDiff diff = context.client().revisions().diff(uuid, from, Optional.ofNullable(to));
        context.printText(output.format(), diff, () -> text(diff));
    }

    private static String text(RevisionDiff diff) {
        if (diff.spec().isEmpty() && diff.objects().isEmpty()) {
            return "revisions " + diff.from() + " and " + diff.to() + " are equal\n";
        }
        return "cluster.yaml, revision " + diff.from() + " -> " + diff.to() + "\n" + PlanView.fields(diff.spec()) + "\n"
                + PlanView.of(diff.objects());
    }
}
