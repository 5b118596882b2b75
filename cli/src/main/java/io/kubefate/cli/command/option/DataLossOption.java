package io.kubefate.cli.command.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Accepts that data are lost that no volume claim keeps. */
public final class DataLossOption {

    @Option(
            names = "--accept-data-loss",
            description = "Restart or delete pods although they have data that no volume claim keeps.")
    private boolean accept;

    /** {@return true, or null, which the JSON omits} */
    public @Nullable Boolean accepted() {
        return ChangeOptions.trueOrAbsent(accept);
    }
}
