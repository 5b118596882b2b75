package io.kubefate.cli.command.supportbundle;

import io.kubefate.cli.error.CommandException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kubefate supportbundle pack}, which KubeFATE's command line has. */
@Command(
        name = "pack",
        description = "Not needed any more: kubefate supportbundle collect writes the zip itself.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate supportbundle collect --packDir .")
@SuppressWarnings("UnusedVariable") // accepted, so that who is used to them learns what to do
final class SupportBundlePackCommand implements Runnable {

    @Option(names = "--collectDir", paramLabel = "DIR", description = "Not used.")
    private Path collectDir;

    @Option(names = "--packDir", paramLabel = "DIR", description = "Not used.")
    private Path packDir;

    @Override
    public void run() {
        throw new CommandException("there is nothing to pack: kubefate supportbundle collect writes the zip itself;"
                + " --packDir or --output says where");
    }
}
