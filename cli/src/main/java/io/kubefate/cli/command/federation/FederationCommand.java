package io.kubefate.cli.command.federation;

import static java.util.Objects.requireNonNull;

import io.kubefate.api.Federation;
import io.kubefate.cli.command.option.OutputOption;
import io.kubefate.cli.context.CommandContext;
import io.kubefate.cli.view.FederationView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "federation",
        description = {
            "Shows the routes between the parties of all clusters, and what each route lacks.",
            "A route has the state MATCHED, ONE_WAY if a route of the other side or of the exchange is missing, WRONG if both"
                    + " sides do not fit, or UNKNOWN if the other side is not managed by this service."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  kubefate federation", "  kubefate federation --problems", "  kubefate federation -o json"})
public final class FederationCommand implements Runnable {

    private final CommandContext context;

    @Option(names = "--problems", description = "Shows only routes for which somebody has to change something.")
    private boolean problems;

    @Mixin
    private OutputOption output;

    public FederationCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        Federation all = context.client().federation();
        Federation shown = problems ? FederationView.problems(all) : all;
        context.print(output.format(), shown, FederationView.list(shown));
    }
}
