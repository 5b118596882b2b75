package io.kubefate.cli.command.cluster;

import picocli.CommandLine.Option;

/** {@code --dry-run} of the commands that have a plan. */
final class DryRunOption {

    @Option(
            names = "--dry-run",
            description = "Show the plan and change nothing. The exit code is that of kubefate cluster plan.")
    private boolean dryRun;

    boolean isSet() {
        return dryRun;
    }
}
