package io.kubefate.cli.command.option;

import io.kubefate.cli.context.OutputFormat;
import picocli.CommandLine.Option;

/** {@code --output}. */
public final class OutputOption {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    public OutputFormat format() {
        return format;
    }
}
