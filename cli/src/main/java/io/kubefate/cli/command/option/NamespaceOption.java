package io.kubefate.cli.command.option;

import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --namespace} of the commands that name a cluster. */
public final class NamespaceOption {

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The Kubernetes namespace of the cluster. Default: any.")
    private Optional<String> namespace = Optional.empty();

    public Optional<String> name() {
        return namespace;
    }
}
