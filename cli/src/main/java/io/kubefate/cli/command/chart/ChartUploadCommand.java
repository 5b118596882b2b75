package io.kubefate.cli.command.chart;

import static java.util.Objects.requireNonNull;

import io.kubefate.cli.command.option.JarOption;
import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "upload",
        description = "Installs or upgrades a plugin. Equivalent to kubefate plugin install or upgrade.",
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
        jar.upload(context, context.client().charts()::upload);
        context.out().println("Upload file Success");
    }
}
