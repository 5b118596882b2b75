package io.kubefate.cli.command.option;

import io.kubefate.cli.context.CommandContext;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --namespace} of the commands that name a cluster. */
public final class NamespaceOption {

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The Kubernetes namespace of the cluster. Default: that of the context, otherwise any.")
    private Optional<String> namespace = Optional.empty();

    public Optional<String> name(CommandContext context) {
        return namespace.or(() -> context.connections().namespace());
    }
}
