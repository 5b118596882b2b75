package io.kubefate.cli.command;

import picocli.CommandLine.Option;

/** The option that every reading command has. */
final class OutputOption {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Print as ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private OutputFormat format = OutputFormat.TABLE;

    /** {@return the wanted format} */
    OutputFormat format() {
        return format;
    }
}
