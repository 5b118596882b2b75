package io.kubefate.cli.command.cluster;

import picocli.CommandLine.Option;

/** The option of the commands that preflight can reject. */
final class ForceOption {

    @Option(names = "--force", description = "Continue although preflight finds that the change cannot succeed.")
    private boolean force;

    boolean isSet() {
        return force;
    }
}
