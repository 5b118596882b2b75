package io.kubefate.cli.command.option;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.reference.Reference;
import io.kubefate.cli.reference.Resolver;
import java.util.UUID;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The first argument of the commands for one cluster. */
public final class ClusterArgument {

    @Parameters(
            index = "0",
            paramLabel = "CLUSTER",
            description = "The cluster: its name, namespace/name, UUID, or the first digits (at least 4) of the UUID.")
    private Reference cluster;

    @Mixin
    private NamespaceOption namespace;

    /**
     * Finds the cluster.
     *
     * @throws io.kubefate.cli.error.CommandException if there is none or several of this name
     */
    public UUID uuid(CommandContext context) {
        return new Resolver(context.client()).cluster(cluster, namespace.name(context));
    }
}
