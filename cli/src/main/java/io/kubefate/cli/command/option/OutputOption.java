package io.kubefate.cli.command.option;

import io.kubefate.cli.context.OutputFormat;
import picocli.CommandLine.Option;

/** {@code --output}. */
public final class OutputOption {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            converter = OutputFormatConverter.class,
            completionCandidates = OutputFormatConverter.class,
            description =
                    "Output format: table, wide, name, json, yaml or jsonpath=TEMPLATE. Default: ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    public OutputFormat format() {
        return format;
    }
}
