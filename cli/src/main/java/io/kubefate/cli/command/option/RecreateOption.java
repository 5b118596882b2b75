package io.kubefate.cli.command.option;

import picocli.CommandLine.Option;

/** {@code --recreate} of the commands that apply objects to an existing cluster. */
public final class RecreateOption {

    @Option(
            names = "--recreate",
            description =
                    "Delete and recreate objects that cannot be changed in place. The data of a recreated volume claim"
                            + " are lost.")
    private boolean recreate;

    public boolean isSet() {
        return recreate;
    }
}
