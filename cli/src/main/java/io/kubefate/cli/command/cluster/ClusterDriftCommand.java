package io.kubefate.cli.command.cluster;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.command.option.UuidConverter;
import io.kubefate.cli.context.CommandContext;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "drift",
        description = {
            "Shows in what the objects in Kubernetes differ from the cluster's revision: what is there -> what the revision says.",
            "Exit code 0: in nothing; 2: in something; 1: in something that cannot be put back in place."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster drift 27e37a60-fffb-4031-a76f-990b2ff43cf2",
            "  kubefate cluster drift 27e37a60-fffb-4031-a76f-990b2ff43cf2 -o json"
        })
final class ClusterDriftCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "UUID", converter = UuidConverter.class, description = "The cluster's id.")
    private UUID uuid;

    @Mixin
    private OutputOption output;

    ClusterDriftCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public Integer call() {
        return PlanOutput.print(
                context, output.format(), context.client().revisions().drift(uuid));
    }
}
