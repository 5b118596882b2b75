package io.kubefate.cli.configuration;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The options of all commands that choose a connection.
 *
 * @param config the file of {@code --config}
 * @param context the name of {@code --context}
 * @param server the address of {@code --server}
 * @param kubeconfig the file of {@code --kubeconfig}
 */
public record ConnectionOptions(
        Optional<Path> config, Optional<String> context, Optional<String> server, Optional<Path> kubeconfig) {

    public ConnectionOptions {
        requireNonNull(config, "config is null");
        requireNonNull(context, "context is null");
        requireNonNull(server, "server is null");
        requireNonNull(kubeconfig, "kubeconfig is null");
    }
}
