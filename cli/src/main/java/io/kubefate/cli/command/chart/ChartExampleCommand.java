package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.reference.ChartName;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "example",
        description = "Prints an example cluster.yaml.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart example fate/v1.5.0 > cluster.yaml")
final class ChartExampleCommand implements Runnable {

    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "CHART", description = "The chart, for example fate/v1.5.0 or fate.")
    private String chart;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "VERSION",
            description = "Its version, if CHART is only a name, for example v1.5.0.")
    private Optional<String> version = Optional.empty();

    @Spec
    private CommandSpec command;

    ChartExampleCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        ChartName named = ChartName.parse(chart);
        String wanted = version.or(named::version)
                .orElseThrow(() -> new ParameterException(command.commandLine(), "specify the version of the chart"));
        String example = context.client().charts().example(named.name(), wanted);
        if (example.isBlank()) {
            throw new CommandException("chart " + named.name() + " " + wanted + " has no example");
        }
        context.print(example.endsWith("\n") ? example : example + "\n");
    }
}
