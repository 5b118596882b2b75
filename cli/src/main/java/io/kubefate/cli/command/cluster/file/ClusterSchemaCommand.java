package io.kubefate.cli.command.cluster.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Chart;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.CommandException;
import io.kubefate.cli.reference.ChartName;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "schema",
        description = {
            "Prints the JSON Schema of the cluster.yaml of a release, for editors.",
            "The YAML language server, for example of VS Code, reads it from a comment in the first line of the file:",
            "  # yaml-language-server: $$schema=fate.schema.json"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster schema fate v1.5.0 --engine eggroll > fate.schema.json",
            "  kubefate cluster schema fate-serving/v2.0.0 > serving.schema.json"
        })
final class ClusterSchemaCommand implements Runnable {

    private final CommandContext context;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CHART",
            description = "The chart: name, name/version or name/version/engine.")
    private Optional<String> chart = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "VERSION", description = "Its version, for example v1.5.0.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--engine", paramLabel = "NAME", description = "Its engine, for example eggroll or spark.")
    private Optional<String> engine = Optional.empty();

    ClusterSchemaCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        List<Chart> found = ReleaseChoice.of(chart.map(ChartName::parse), version, engine)
                .of(context.client().charts().list());
        if (found.size() > 1) {
            throw new CommandException("specify CHART, VERSION and --engine of one of: " + ReleaseChoice.list(found));
        }
        Chart release = found.get(0);
        context.print(context.client().charts().schema(release.name(), release.version(), release.engine()) + "\n");
    }
}
