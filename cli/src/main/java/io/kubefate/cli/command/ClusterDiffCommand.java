package io.kubefate.cli.command;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.RevisionDiff;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kubefate cluster diff}. */
@Command(
        name = "diff",
        description = "Shows in what two revisions of a cluster differ; passwords are hidden.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster diff 27e37a60-fffb-4031-a76f-990b2ff43cf2 1",
            "  kubefate cluster diff 27e37a60-fffb-4031-a76f-990b2ff43cf2 1 3"
        })
public final class ClusterDiffCommand implements Runnable {

    private final Session session;

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

    /**
     * The command within a session.
     *
     * @param session what it asks and where it prints
     */
    public ClusterDiffCommand(Session session) {
        this.session = requireNonNull(session, "session is null");
    }

    @Override
    public void run() {
        RevisionDiff diff = session.client().revisions().diff(uuid, from, Optional.ofNullable(to));
        session.printText(output.format(), diff, () -> text(diff));
    }

    private static String text(RevisionDiff diff) {
        if (diff.spec().isEmpty() && diff.objects().isEmpty()) {
            return "revisions " + diff.from() + " and " + diff.to() + " are equal\n";
        }
        return "cluster.yaml, revision " + diff.from() + " -> " + diff.to() + "\n" + PlanView.fields(diff.spec()) + "\n"
                + PlanView.of(diff.objects());
    }
}
