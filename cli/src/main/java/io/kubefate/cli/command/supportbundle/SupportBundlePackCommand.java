package io.kubefate.cli.command.supportbundle;

import io.kubefate.cli.error.CommandException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command of KubeFATE's command line that is no longer needed. Accepts its options, to explain what to do instead. */
@Command(
        name = "pack",
        description = "Deprecated: kubefate supportbundle collect writes the zip.",
        footerHeading = "%nExamples:%n",
        footer = "  kubefate supportbundle collect --packDir .")
@SuppressWarnings("UnusedVariable") // the options of KubeFATE
final class SupportBundlePackCommand implements Runnable {

    @Option(names = "--collectDir", paramLabel = "DIR", description = "Not used.")
    private Path collectDir;

    @Option(names = "--packDir", paramLabel = "DIR", description = "Not used.")
    private Path packDir;

    @Override
    public void run() {
        throw new CommandException(
                "nothing to pack: kubefate supportbundle collect writes the zip; set its location with --packDir or --output");
    }
}
