package io.kubefate.cli.command.option;

import io.kubefate.cli.context.OutputFormat;
import picocli.CommandLine.Option;

/** The option that every reading command has. */
public final class OutputOption {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Print as ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    /** {@return the wanted format} */
    public OutputFormat format() {
        return format;
    }
}
