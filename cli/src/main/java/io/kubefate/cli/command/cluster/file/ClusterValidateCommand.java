package io.kubefate.cli.command.cluster.file;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.DryRun;
import io.kubefate.cli.command.option.ClusterFileOption;
import io.kubefate.cli.command.option.ClusterRequest;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.error.ServiceException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "validate",
        description = {
            "Checks a cluster.yaml completely: keys, values, rules between them, and that the release renders it.",
            "The service needs neither Kubernetes nor its database for it. Without a service, --schema checks keys and"
                    + " values only."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  kubefate cluster validate -f cluster.yaml",
            "  kubefate cluster validate -f parties/ --recursive",
            "  kubefate cluster schema fate v1.5.0 --engine eggroll > fate.schema.json",
            "  kubefate cluster validate -f cluster.yaml --schema fate.schema.json"
        })
final class ClusterValidateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private ClusterFileOption files;

    @Option(
            names = "--schema",
            paramLabel = "SCHEMA",
            description =
                    "Check without a service against a schema that kubefate cluster schema printed: keys and values,"
                            + " but not the rules between them.")
    private Optional<Path> schema = Optional.empty();

    ClusterValidateCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    /** Checks all files, whether one is invalid or not. */
    @Override
    public Integer call() {
        Predicate<ClusterRequest> check = schema.map(file -> SchemaCheck.of(context, file))
                .<Predicate<ClusterRequest>>map(offline -> offline::isValid)
                .orElse(this::isValid);
        List<Boolean> valid = files.read(context).stream().map(check::test).toList();
        return valid.contains(false) ? 1 : 0;
    }

    private boolean isValid(ClusterRequest cluster) {
        try {
            DryRun result = cluster.send(
                    () -> context.client().clusters().render(cluster.args().build()));
            cluster.warn(Optional.ofNullable(result.warnings()).orElse(List.of()));
            context.print(cluster.file().origin() + " is valid.\n");
            return true;
        } catch (ServiceException e) {
            context.err().println(e.text());
            return false;
        }
    }
}
