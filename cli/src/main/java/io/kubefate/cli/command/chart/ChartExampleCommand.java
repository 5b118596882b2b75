package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "example",
        description = "Prints an example cluster.yaml.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart example fate v1.5.0 > cluster.yaml")
final class ChartExampleCommand implements Runnable {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the chart, for example fate.")
    private String name;

    @Parameters(index = "1", paramLabel = "VERSION", description = "The version of the chart, for example v1.5.0.")
    private String version;

    ChartExampleCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        String example = context.client().charts().example(name, version);
        if (example.isBlank()) {
            throw new CommandException("chart " + name + " " + version + " has no example");
        }
        context.print(example.endsWith("\n") ? example : example + "\n");
    }
}
