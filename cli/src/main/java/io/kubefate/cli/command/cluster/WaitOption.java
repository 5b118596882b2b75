package io.kubefate.cli.command.cluster;

import picocli.CommandLine.Option;

/** {@code --wait} of the commands that start a job. */
final class WaitOption {

    @Option(names = "--wait", description = "Wait for the job to finish. The exit code is 0 if it succeeds, else 1.")
    private boolean wait;

    boolean isSet() {
        return wait;
    }
}
