package io.kubefate.cli.command.option;

import picocli.CommandLine.Option;

/** The option of the commands that preflight can reject. */
public final class ForceOption {

    @Option(names = "--force", description = "Continue although preflight finds that the change cannot succeed.")
    private boolean force;

    public boolean isSet() {
        return force;
    }
}
