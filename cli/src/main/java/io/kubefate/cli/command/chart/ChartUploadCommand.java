package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.JarOption;
import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "upload",
        description = "Installs or upgrades a plugin, which serves FATE releases; as kubefate plugin does.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate chart upload -f fate-1.6.jar")
final class ChartUploadCommand implements Runnable {

    private final CommandContext context;

    @Mixin
    private JarOption jar;

    ChartUploadCommand(CommandContext context) {
        this.context = requireNonNull(context, "context is null");
    }

    @Override
    public void run() {
        jar.send(context, context.client().plugins()::uploadChart);
        context.out().println("Upload file Success");
    }
}
