package io.kubefate.cli.command.supportbundle;

import io.kubefate.cli.context.CommandContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "supportbundle",
        description = "Collects data for troubleshooting into a zip, with passwords masked.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate supportbundle collect")
public final class SupportBundleCommand {

    private SupportBundleCommand() {}

    public static CommandLine create(CommandContext context, String version) {
        return new CommandLine(new SupportBundleCommand())
                .addSubcommand(new SupportBundleCollectCommand(context, version))
                .addSubcommand(new SupportBundlePackCommand());
    }
}
