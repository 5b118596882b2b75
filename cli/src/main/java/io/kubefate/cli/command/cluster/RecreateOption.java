package io.kubefate.cli.command.cluster;

import picocli.CommandLine.Option;

/** {@code --recreate} of the commands that apply objects to an existing cluster. */
final class RecreateOption {

    @Option(
            names = "--recreate",
            description =
                    "Delete and recreate objects that cannot be changed in place. The data of a recreated volume claim"
                            + " are lost.")
    private boolean recreate;

    boolean isSet() {
        return recreate;
    }
}
